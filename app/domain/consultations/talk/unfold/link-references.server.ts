import { paths } from '#app/paths.ts'
import { changeText, escapeText } from '#app/platform/markdown/text-nodes.server.ts'
import type { Unfolded } from './find.server.ts'
import { keyOf, numbersIn, readAddress } from './reference.ts'

const hrefs = { document: paths.document, consultation: paths.consultation, comparison: paths.comparison }

export const hrefOf = ({ kind, id }: Pick<Unfolded, 'kind' | 'id'>): string => hrefs[kind](id)

/** A citation as it is typed, `[[TN-0001@2]]`: which version it means stands below the message. */
const citation = /\[\[\s*([A-Za-z]{1,4}-?\d{1,9})(?:@\d{1,5})?(?:#[^[\]\n|]{1,60})?\s*\]\]/g

/**
 * Numbers of records that the reader may see become links, and addresses of them numbers. What the reader may not see stays
 * a number.
 */
export function linkReferences(html: string, known: Map<string, Unfolded>, origin: string): string {
  return changeText(shortened(html, known, origin), (typed) => {
    const text = typed.replaceAll(citation, '$1')
    let linked = ''
    let from = 0
    for (const { at, shown, reference } of numbersIn(text)) {
      const record = known.get(keyOf(reference))
      if (!record) continue
      const title = escapeText(record.title).replaceAll('"', '&quot;')
      linked += `${text.slice(from, at)}<a href="${hrefOf(record)}" title="${title}">${shown}</a>`
      from = at + shown.length
    }
    return linked + text.slice(from)
  })
}

/** An address that stands as it was typed says less than the number. */
function shortened(html: string, known: Map<string, Unfolded>, origin: string): string {
  return html.replace(
    /<a href="([^"]+)"([^>]*)>([^<]*)<\/a>/g,
    (link, href: string, rest: string, text: string) => {
      const reference = text === href ? readAddress(href, origin) : null
      const record = reference && known.get(keyOf(reference))
      return record ? `<a href="${href}"${rest}>${record.number}</a>` : link
    },
  )
}
