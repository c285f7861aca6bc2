import ts from 'typescript'
import { textOf } from './sources.ts'

export interface FunctionSize {
  name: string
  /** Lines, without those of the functions inside, and without statements of the database: SQL and Prisma's literals. */
  size: number
}

/** The functions of a file. A component is as long as its markup: those have the limit of their file. */
export function functionsOf(file: string): FunctionSize[] {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, textOf.get(file) ?? '', ts.ScriptTarget.Latest, true, kind)
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const found: FunctionSize[] = []
  const visit = (node: ts.Node): void => {
    if (isFunction(node) && !hasMarkup(node)) {
      const left = new Set<number>()
      leaveOut(node, (part) => {
        for (let at = line(part.getStart()) + 1; at <= line(part.end); at += 1) left.add(at)
      })
      const size = line(node.end) - line(node.getStart()) + 1 - left.size
      found.push({ name: nameOf(node), size })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined

const isMarkup = (node: ts.Node) =>
  ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)

const hasMarkup = (node: ts.Node): boolean =>
  ts.forEachChild(node, (c) => isMarkup(c) || hasMarkup(c)) ?? false

const statementParts = new Set(['select', 'where', 'data', 'include'])

function leaveOut(node: ts.Node, skip: (part: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    const isStatement =
      ts.isTemplateLiteral(child) ||
      (ts.isPropertyAssignment(child) &&
        ts.isObjectLiteralExpression(child.initializer) &&
        statementParts.has(child.name.getText()))
    if (isStatement || isFunction(child)) skip(child)
    leaveOut(child, skip)
  })
}

const nameOf = (node: ts.FunctionLikeDeclaration): string => {
  if (node.name) return node.name.getText()
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'a function'
}
