import type { Actor } from '#app/domain/access/actor.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { renderMarkdown } from '#app/platform/markdown.server.ts'
import type { MessageLane } from '../consultation.ts'
import { visibleMessages } from '../scope.server.ts'
import { plainText, wordsIn } from './plain-text.ts'

interface Place {
  messageId: string
  consultationId: string
  accountId: string
  lane: MessageLane
}

/** What a message quotes: a message of the same thread, and words that stand in it. */
export interface Quoting {
  quotedId?: string
  quotedText?: string
}

/**
 * Keeps what a message quotes. A note is quoted in its own lane alone: quoting must not carry it to the other side. And the
 * words are those of the source: nobody is made to have said something else.
 * @throws Invalid
 */
export async function recordQuote(
  tx: Tx,
  actor: Actor,
  place: Place,
  { quotedId, quotedText }: Quoting,
): Promise<void> {
  const text = quotedText?.trim()
  if (!quotedId || !text) return
  const source = await tx.message.findFirst({
    where: { AND: [{ id: quotedId, consultationId: place.consultationId }, visibleMessages(actor)] },
    select: { lane: true, body: true },
  })
  if (!source) throw new Invalid('quotedText', 'talk:error.quoteUnknown')
  if (source.lane !== 'shared' && source.lane !== place.lane)
    throw new Invalid('quotedText', 'talk:error.quoteLane')
  const said = wordsIn(plainText(await renderMarkdown(source.body)))
  if (!said.includes(wordsIn(text))) throw new Invalid('quotedText', 'talk:error.notSaid')
  await tx.messageQuote.create({ data: { ...place, quotedId, text }, select: { messageId: true } })
}
