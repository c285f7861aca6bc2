import { Form, Link, type LinkProps } from '@remix-run/react'
import { createElement, Fragment, type ReactNode } from 'react'
import type { MarkupElement, MarkupNode } from '../markup.ts'

/** As components are written: one for each element that holds others; what holds text alone stands in its parent. */
function Part({ node }: { node: MarkupElement }) {
  return createElement(node.tag, node.props, ...node.children.map(drawn))
}

function drawn(node: MarkupNode): ReactNode {
  if (typeof node === 'string') return node
  if ('data-discover' in node.props) return remixOwn(node)
  const texts = node.children.filter((child) => typeof child === 'string')
  const isLeaf = texts.length === node.children.length
  return isLeaf ? createElement(node.tag, node.props, ...texts) : createElement(Part, { node })
}

/** Links and forms that Remix's components have made are made by them here too: they carry that mark. */
function remixOwn({ tag, props, children }: MarkupElement): ReactNode {
  const { href, 'data-discover': _, ...rest } = props
  const parts = children.map(drawn)
  if (tag === 'a')
    return createElement(Link, { ...rest, to: String(href), prefetch: 'intent' } as LinkProps, ...parts)
  return createElement(tag === 'form' ? Form : tag, rest, ...parts)
}

export function Markup({ nodes }: { nodes: MarkupNode[] }) {
  return createElement(Fragment, null, ...nodes.map(drawn))
}
