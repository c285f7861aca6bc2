import type { Element, ElementContent, Root } from 'hast'
import katex from 'katex'
import { visit } from 'unist-util-visit'

const longest = 2000
const most = 500

/**
 * Sets the formulas, after everything else was sanitised: what KaTeX makes is the only HTML that is trusted, and with
 * `trust: false` it makes neither links nor images nor classes of the author's choice.
 */
export function formulas() {
  return (tree: Root) => {
    let count = 0
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'code' || !parent || index === undefined) return
      const classes = element.properties.className
      if (!Array.isArray(classes) || !classes.includes('language-math')) return
      const isInline = classes.includes('math-inline')
      count += 1
      const html = count > most ? null : render(textOf(element), !isInline)
      const place = isInline ? { parent, index } : null
      if (html === null) {
        element.properties.className = ['formula-error']
        return
      }
      const raw = { type: 'raw', value: html } as unknown as ElementContent
      if (place) parent.children[index] = raw
      else if (parent.type === 'element') become(parent, raw)
    })
  }
}

/** The `pre` around a displayed formula becomes its block. */
function become(pre: Element, content: ElementContent): void {
  pre.tagName = 'div'
  // It scrolls when it is wide, so the keyboard must reach it.
  pre.properties = { className: ['formula'], tabIndex: 0 }
  pre.children = [content]
}

function render(source: string, displayMode: boolean): string | null {
  if (source.length > longest) return null
  try {
    return katex.renderToString(source, {
      displayMode,
      trust: false,
      strict: 'ignore',
      throwOnError: true,
      maxExpand: 300,
      maxSize: 50,
    })
  } catch {
    return null
  }
}

export function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
