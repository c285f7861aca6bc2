import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { TextCache } from './markdown/cache.server.ts'
import { finish, type Heading } from './markdown/finish.server.ts'
import { formulas } from './markdown/formulas.server.ts'
import { ownPictures } from './markdown/pictures.server.ts'
import { isPlain, renderPlain, renderVerbatim } from './markdown/plain.server.ts'
import { referencesAsLinks } from './markdown/references.server.ts'
import { schema } from './markdown/sanitize.server.ts'
import { htmlAsText, imagesAsLinks, linesAsBreaks, pricesAsText } from './markdown/source.server.ts'

export type { Heading } from './markdown/finish.server.ts'

/** A long text: safe HTML, what stands in it, and whether it needs the style sheet of the formulas. */
export interface Article {
  html: string
  headings: Heading[]
  hasFormulas: boolean
}

/** What no person writes would exhaust the stack of the libraries, or keep them busy for seconds. */
const deepest = 100
const mostMarks = 6000
const mostBlocks = 3000
const mostQuotations = 500

/** An article shows the pictures that were uploaded for it; a message shows none. */
function sourceParser(hasPictures: boolean) {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(htmlAsText)
  return (hasPictures ? parser.use(ownPictures) : parser).use(imagesAsLinks).use(pricesAsText)
}

/** The formulas come after the sanitising, and nothing comes after them: theirs is the only raw HTML. */
const output = unified()
  .use(remarkRehype, { clobberPrefix: '', footnoteBackLabel: (reference: number) => `↑ ${reference + 1}` })
  .use(rehypeSanitize, schema)
  .use(finish)
  .use(formulas)
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze()

const articleSource = sourceParser(true).use(referencesAsLinks).freeze()
const messageSource = sourceParser(false).use(linesAsBreaks).freeze()

interface Rendered {
  html: string
  headings: Heading[]
}

function run(processor: typeof articleSource, text: string, prefix: string): Rendered {
  if (isUnreasonable(text)) return { html: renderVerbatim(text), headings: [] }
  const data = { prefix, headings: [] as Heading[] }
  const tree = treeOf(processor, text, data)
  return { html: output.stringify(tree), headings: data.headings }
}

type Tree = Parameters<typeof output.stringify>[0] & { type: 'root' }

function treeOf(processor: typeof articleSource, text: string, data: Record<string, unknown>): Tree {
  const file = { value: text, data }
  const markdown = processor.runSync(processor.parse(text), file) as Parameters<typeof output.runSync>[0]
  return output.runSync(markdown, file) as Tree
}

function isUnreasonable(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const isTooDeep = text.split('\n').some((line) => {
    const beginning = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? ''
    return (
      beginning.replace(/\s/g, '').length > deepest ||
      (/^\s*/.exec(beginning)?.[0].length ?? 0) >= 2 * deepest
    )
  })
  if (isTooDeep || count(/\n[ \t]*\n/g) > mostBlocks || count(/\n[ \t]*\n *>/g) > mostQuotations) return true
  return ['*', '_', '~', '$', '[', '`', '@'].some((mark) => text.split(mark).length > mostMarks)
}

const articles = new TextCache<Article>(8_000_000)
const messages = new TextCache<string>(8_000_000)

export function hasFormulas(html: string): boolean {
  return html.includes('class="katex')
}

/** Renders a document: headings get ids for its list of contents. */
export async function renderArticle(source: string): Promise<Article> {
  const text = source.replaceAll('\r\n', '\n')
  return articles.get(text, () => {
    const { html, headings } = run(articleSource, text, 'text-')
    return { value: { html, headings, hasFormulas: hasFormulas(html) }, size: html.length }
  })
}

/** The HTML of a document's paragraphs, tables and other blocks, one by one. */
export function renderBlocks(source: string): string[] {
  const text = source.replaceAll('\r\n', '\n')
  if (isUnreasonable(text)) return [renderVerbatim(text)]
  return treeOf(articleSource, text, { prefix: 'text-', headings: [] })
    .children.filter((child) => child.type !== 'text')
    .map((child) => output.stringify({ type: 'root', children: [child] }))
}

/** Renders a message: line breaks stay; plain text, the most frequent case, takes a short way. */
export async function renderMarkdown(source: string): Promise<string> {
  const text = source.replaceAll('\r\n', '\n')
  if (isPlain(text)) return renderPlain(text)
  return messages.get(text, () => {
    const { html } = run(messageSource, text, `m${text.length.toString(36)}-`)
    return { value: html, size: html.length }
  })
}
