import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { renderMarkdown } from '#app/platform/markdown.server.ts'
import { lanesOf } from '../../consultation.ts'
import { plainText } from '../plain-text.ts'
import { fitsInto, type Quote, quoteLimit } from '../quote.ts'
import { getMessage } from './message.server.ts'

/**
 * What the composer as a page of its own quotes, and the lanes into which that may go.
 * @throws NotFound
 */
export async function openQuote(actor: Actor, consultationId: string, quotedId: string | null) {
  const lanes = lanesOf(actor.side)
  if (!isId(quotedId)) return { lanes, quote: null }
  const { id, lane, body, author } = await getMessage(actor, { consultationId, messageId: quotedId })
  const text = plainText(await renderMarkdown(body)).slice(0, quoteLimit)
  const quote: Quote = { id, lane, author: author.name, side: author.side, text }
  return { lanes: lanes.filter((each) => fitsInto(lane, each)), quote }
}
