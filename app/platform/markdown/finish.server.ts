import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { textOf } from './formulas.server.ts'

export interface Heading {
  /** 2 for the highest level of the text. */
  depth: number
  id: string
  text: string
}

const highest = 2

/** What a page expects of the HTML: heading levels below its own, ids, links and wide things that the keyboard reaches. */
export function finish() {
  return (tree: Root, file: { data: object }) => {
    const data = file.data as { prefix: string; headings: Heading[] }
    const { prefix } = data
    data.headings = placeHeadings(tree, prefix)
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'a') finishLink(element, prefix)
      if (element.tagName === 'table' || element.tagName === 'pre') element.properties.tabIndex = 0
      if (element.tagName === 'li' && element.properties.id)
        element.properties.id = prefix + element.properties.id
      if (element.tagName === 'input' && parent && index !== undefined) {
        parent.children[index] = { type: 'text', value: element.properties.checked ? '☑' : '☐' }
      }
      if (element.tagName === 'section' && element.properties.dataFootnotes !== undefined) nameless(element)
    })
  }
}

function placeHeadings(tree: Root, prefix: string): Heading[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => {
    if (/^h[1-6]$/.test(element.tagName)) found.push(element)
    // Those in quotations and notes are no headings of the text.
    if (element.tagName === 'blockquote' || element.tagName === 'section') return SKIP
  })
  const top = Math.min(6, ...found.map(levelOf))
  const taken = new Map<string, number>()
  return found.map((element) => {
    const depth = Math.min(6, levelOf(element) - top + highest)
    const text = textOf(element).replace(/\s+/g, ' ').trim()
    const slug = slugOf(text)
    const times = taken.get(slug) ?? 0
    taken.set(slug, times + 1)
    const id = `${prefix}${slug}${times === 0 ? '' : `-${times + 1}`}`
    element.tagName = `h${depth}`
    element.properties.id = id
    return { depth, id, text }
  })
}

const levelOf = (element: Element) => Number(element.tagName.slice(1))

function slugOf(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'part'
  )
}

function finishLink(element: Element, prefix: string): void {
  const { href, id } = element.properties
  if (id) element.properties.id = prefix + id
  if (typeof href !== 'string') return
  if (/^#fn(ref)?-/.test(href)) element.properties.href = `#${prefix}${href.slice(1)}`
  else if (/^(?:[a-z]+:)?\/\//i.test(href)) element.properties.rel = ['nofollow', 'noopener', 'noreferrer']
}

/** The heading that GitHub hides above footnotes is in English; the notes speak for themselves. */
function nameless(section: Element): void {
  section.children = section.children.filter(
    (child: ElementContent) => child.type !== 'element' || child.tagName !== 'h2',
  )
}
