import type { MarkupElement, MarkupNode } from '../floor/markup.ts'

const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
const verbatim = new Set(['script', 'style', 'textarea', 'title'])

/** React's names, where they are not the attributes' own. */
const names: Record<string, string> = { class: 'className', for: 'htmlFor' }
/** Attributes that are there or not. */
const flags = new Set([
  'disabled',
  'hidden',
  'required',
  'checked',
  'multiple',
  'selected',
  'open',
  'async',
  'defer',
])
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/** Rendered elsewhere: what a component puts in as HTML is put in as HTML by the floor too. */
const isRaw = (props: MarkupElement['props']) =>
  String(props.className ?? '')
    .split(' ')
    .includes('ui-prose')

/** The elements of a page as React wrote it, so that React can make the same ones again. */
export function parseHtml(html: string): MarkupNode[] {
  const root: MarkupElement = { tag: '', props: {}, children: [] }
  const open: MarkupElement[] = [root]
  const starts: number[] = [0]
  const pattern =
    /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-z][^\s>]*)\s*>|<([a-z][^\s/>]*)((?:\s+[^\s=/>]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/gi
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    const [text, closed, opened, attributes] = match
    const parent = open.at(-1) ?? root
    if (closed) {
      const start = starts.pop() ?? 0
      const element = open.pop()
      if (element && isRaw(element.props)) {
        element.children = []
        element.props.dangerouslySetInnerHTML = { __html: html.slice(start, match.index) }
      }
    } else if (opened) {
      const element: MarkupElement = { tag: opened, props: propsOf(attributes ?? ''), children: [] }
      parent.children.push(element)
      if (empty.has(opened) || text.endsWith('/>')) continue
      if (verbatim.has(opened)) {
        const end = html.indexOf(`</${opened}`, pattern.lastIndex)
        take(element, html.slice(pattern.lastIndex, end))
        pattern.lastIndex = html.indexOf('>', end) + 1
        continue
      }
      open.push(element)
      starts.push(pattern.lastIndex)
    } else if (!text.startsWith('<!')) parent.children.push(decoded(text))
  }
  return root.children
}

function take(element: MarkupElement, text: string): void {
  if (element.tag === 'textarea') element.props.defaultValue = decoded(text.replace(/^\n/, ''))
  else if (text) element.children.push(decoded(text))
}

function propsOf(attributes: string): MarkupElement['props'] {
  const props: MarkupElement['props'] = {}
  for (const [, name = '', value] of attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)) {
    const text = decoded(value ?? '')
    if (name === 'style') props.style = styleOf(text)
    else props[names[name] ?? name] = flags.has(name) ? true : text
  }
  return props
}

function styleOf(text: string): Record<string, string> {
  const parts = text.split(';').filter((part) => part.includes(':'))
  return Object.fromEntries(
    parts.map((part) => {
      const at = part.indexOf(':')
      const name = part.slice(0, at).trim()
      return [
        name.startsWith('--') ? name : name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
        part.slice(at + 1).trim(),
      ]
    }),
  )
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    return number ? String.fromCodePoint(Number(number)) : (entities[name] ?? whole)
  })
}

export const isElement = (node: MarkupNode, tag?: string): node is MarkupElement =>
  typeof node !== 'string' && (tag === undefined || node.tag === tag)

export function countElements(nodes: MarkupNode[]): number {
  return nodes.reduce(
    (sum, node) => sum + (typeof node === 'string' ? 0 : 1 + countElements(node.children)),
    0,
  )
}
