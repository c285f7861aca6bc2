import type { Parent, PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

/** Where a reference leads before it is known whether the reader may see what it names. */
export const referencePath = '/documents/refer/'

const reference = /\[\[\s*([A-Za-z]{1,4}-?\d{1,9}(?:@\d{1,5})?(?:#[^[\]\n|]{1,60})?)\s*\]\]/g

/** `[[TN-0001]]` becomes a link that whoever shows the text resolves; in code and inside a link it stays as it is. */
export function referencesAsLinks() {
  return (tree: Root) => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'link' || node.type === 'linkReference') return SKIP
      if (node.type !== 'text' || !parent || index === undefined || !node.value.includes('[[')) return
      const children: PhrasingContent[] = []
      let from = 0
      for (const match of node.value.matchAll(reference)) {
        if (match.index > from) children.push({ type: 'text', value: node.value.slice(from, match.index) })
        const name = match[1] ?? ''
        const words: PhrasingContent = { type: 'text', value: name }
        children.push({ type: 'link', url: referencePath + encodeURIComponent(name), children: [words] })
        from = match.index + match[0].length
      }
      if (from === 0) return
      if (from < node.value.length) children.push({ type: 'text', value: node.value.slice(from) })
      ;(parent as Parent).children.splice(index, 1, ...children)
      return [SKIP, index + children.length]
    })
  }
}
