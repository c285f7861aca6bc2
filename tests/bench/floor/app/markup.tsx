import { createElement, Fragment, type ReactNode } from 'react'
import type { MarkupElement, MarkupNode } from '../markup.ts'

/** As components are written: one for each element that holds others; what holds text alone stands in its parent. */
function Part({ node }: { node: MarkupElement }) {
  return createElement(node.tag, node.props, ...node.children.map(drawn))
}

function drawn(node: MarkupNode): ReactNode {
  if (typeof node === 'string') return node
  const texts = node.children.filter((child) => typeof child === 'string')
  const isLeaf = texts.length === node.children.length
  return isLeaf ? createElement(node.tag, node.props, ...texts) : createElement(Part, { node })
}

export function Markup({ nodes }: { nodes: MarkupNode[] }) {
  return createElement(Fragment, null, ...nodes.map(drawn))
}
