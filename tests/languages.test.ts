import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { languages, localeTags } from '#app/i18n/languages.ts'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'app/i18n')
type Messages = { [key: string]: string | Messages }

function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(messages)) {
    const name = prefix ? `${prefix}.${key}` : key
    if (typeof value === 'string') flat.set(name, value)
    else for (const [inner, text] of flatten(value, name)) flat.set(inner, text)
  }
  return flat
}

const namespaces = readdirSync(path.join(folder, 'en')).map((file) => file.replace('.json', ''))
const read = (language: string, namespace: string) =>
  flatten(JSON.parse(readFileSync(path.join(folder, language, `${namespace}.json`), 'utf8')) as Messages)

const pluralEnding = /_(zero|one|two|few|many|other)$/
/** Keys without the plural ending, each with the endings that it has. */
function grouped(messages: Map<string, string>) {
  const groups = new Map<string, { endings: Set<string>; texts: string[] }>()
  for (const [key, text] of messages) {
    const ending = pluralEnding.exec(key)?.[1]
    const name = ending ? key.replace(pluralEnding, '') : key
    const group = groups.get(name) ?? { endings: new Set<string>(), texts: [] }
    if (ending) group.endings.add(ending)
    group.texts.push(text)
    groups.set(name, group)
  }
  return groups
}
const placeholders = (texts: string[]) =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1] ?? '')))].sort()

describe.each(languages)('messages in %s', (language) => {
  test.each(namespaces)('%s has every key of the source, with its plurals and placeholders', (namespace) => {
    const source = grouped(read('en', namespace))
    const own = grouped(read(language, namespace))
    expect([...own.keys()].sort()).toEqual([...source.keys()].sort())
    const forms = new Intl.PluralRules(localeTags[language]).resolvedOptions().pluralCategories
    for (const [key, { endings, texts }] of source) {
      const mine = own.get(key)
      if (endings.size > 0)
        expect([...(mine?.endings ?? [])].filter((e) => e !== 'zero').sort(), key).toEqual([...forms].sort())
      const wanted = placeholders(texts).filter((name) => name !== 'count')
      expect(
        placeholders(mine?.texts ?? []).filter((name) => name !== 'count'),
        key,
      ).toEqual(wanted)
      expect(
        mine?.texts.every((text) => text.trim().length > 0),
        key,
      ).toBe(true)
    }
  })
})

const shown = new Set([
  'label',
  'title',
  'placeholder',
  'alt',
  'aria-label',
  'hint',
  'text',
  'lead',
  'name',
  'summary',
])
const isWord = (text: string) => /\p{L}{2,}/u.test(text)

/** Words that stand in a component instead of in the messages. */
function bareTexts(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && isWord(node.text)) found.push(node.text.trim())
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteral(node.expression)) {
      if (ts.isJsxElement(node.parent) && isWord(node.expression.text)) found.push(node.expression.text)
    }
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText(source)
      const element = node.parent.parent.tagName.getText(source)
      const isFormName = name === 'name' && !/Mark|Avatar|Person|Brand/.test(element)
      if (shown.has(name) && !isFormName && isWord(node.initializer.text))
        found.push(`${name}="${node.initializer.text}"`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function components(below: string): string[] {
  return readdirSync(below, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(below, entry.name)
    if (entry.isDirectory()) return entry.name === 'client' ? [] : components(file)
    return file.endsWith('.tsx') ? [file] : []
  })
}

// Every component is parsed: on a busy machine that takes a while.
test('no component holds bare text', () => {
  const wrong = [...components(path.join(root, 'app')), ...components(path.join(root, 'emails'))].flatMap(
    (file) => bareTexts(file).map((text) => `${path.relative(root, file)}: ${text}`),
  )
  expect(wrong).toEqual([])
}, 90_000)
