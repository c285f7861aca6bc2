import type { Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'

/** HTML in the source is shown as it was typed: it has no effect, and nothing of what was typed is lost. */
export function htmlAsText() {
  return (tree: Root) => {
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined) return
      const text = { type: 'text' as const, value: node.value }
      const isBlock = ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
      const replacement: RootContent = isBlock ? { type: 'paragraph', children: [text] } : text
      ;(parent as Parent).children[index] = replacement
    })
  }
}

/** Pictures from elsewhere would tell their server who reads: they become links. */
export function imagesAsLinks() {
  return (tree: Root) => {
    visit(tree, ['image', 'imageReference'], (node, index, parent) => {
      if (!parent || index === undefined) return
      if (node.type !== 'image' && node.type !== 'imageReference') return
      const words: PhrasingContent[] = [
        { type: 'text', value: node.alt || (node.type === 'image' ? node.url : '') },
      ]
      const isLinked = parent.type === 'link' || parent.type === 'linkReference'
      const link: PhrasingContent =
        node.type === 'image' && !isLinked
          ? { type: 'link', url: node.url, children: words }
          : { type: 'text', value: node.alt ?? '' }
      ;(parent as Parent).children[index] = link
    })
  }
}

const inlineParser = unified().use(remarkParse).use(remarkGfm)

/** `$5 and $10` are prices: a formula neither begins nor ends with a space, and no digit follows it (Pandoc's rule). */
export function pricesAsText() {
  return (tree: Root, file: { value: unknown; data: object }) => {
    const source = String(file.value)
    visit(tree, (node: Nodes, index, parent) => {
      if (node.type !== ('inlineMath' as Nodes['type']) || !parent || index === undefined) return
      const from = node.position?.start.offset ?? 0
      const to = node.position?.end.offset ?? 0
      const text = source.slice(from, to)
      const isFormula =
        text.startsWith('$$') || (/^\$\S/.test(text) && /\S\$$/.test(text) && !/\d/.test(source[to] ?? ''))
      if (isFormula) return
      const [only, ...more] = inlineParser.parse(text).children
      const children: PhrasingContent[] =
        only?.type === 'paragraph' && more.length === 0 ? only.children : [{ type: 'text', value: text }]
      ;(parent as Parent).children.splice(index, 1, ...children)
      return [SKIP, index + children.length]
    })
  }
}

/** In a message a new line is a new line. */
export function linesAsBreaks() {
  return (tree: Root) => {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !node.value.includes('\n')) return
      const parts = node.value.split(/[ \t]*\r?\n[ \t]*/)
      const children = parts.flatMap((value, i): PhrasingContent[] => {
        const text: PhrasingContent[] = value ? [{ type: 'text', value }] : []
        return i === 0 ? text : [{ type: 'break' }, ...text]
      })
      ;(parent as Parent).children.splice(index, 1, ...children)
      return [SKIP, index + children.length]
    })
  }
}
