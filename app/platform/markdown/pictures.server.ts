import type { Nodes, Parent, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Where a picture of a text leads before it is known whose text it is. */
export const picturePath = '/documents/picture/'

const source = /^file:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const size = /^(\d{1,5})x(\d{1,5})$/

/**
 * `![Words](file:ID "640x480")` shows an uploaded file in the text, with its place kept by its size; whoever shows the text
 * resolves the address. Pictures from elsewhere stay links.
 */
export function ownPictures() {
  return (tree: Root) => {
    visit(tree, 'image', (node, index, parent) => {
      const id = source.exec(node.url)?.[1]
      if (!id || !parent || index === undefined || parent.type === 'link') return
      const [, width, height] = size.exec(node.title ?? '') ?? []
      const hProperties = { src: picturePath + id, alt: node.alt ?? '', ...(width && { width, height }) }
      const picture = { type: 'picture', data: { hName: 'img', hProperties }, children: [] }
      ;(parent as Parent).children[index] = picture as unknown as Nodes as never
    })
  }
}
