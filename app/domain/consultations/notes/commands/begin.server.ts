import type { Actor } from '#app/domain/access/actor.ts'
import { documentLimits } from '#app/domain/documents/document.ts'
import { beginDraft } from '#app/domain/documents/redaction/begin.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import type { BeginNoteInput } from '../forms.ts'
import { getForNote, messagesForNote } from '../queries/choice.server.ts'

/** A picture or file of a message stays with the message. */
const picture = /!\[[^\]\n]*\]\(file:[^)\n]*\)/g

/**
 * Begins the draft of a document from messages of a consultation, in the order in which they were written. Nothing of it goes
 * on before what is the customer's in it was decided (documents/redaction).
 * @throws NotFound, Forbidden; Conflict for a restricted account; Invalid at `messageIds`
 */
export async function beginNote(
  actor: Actor,
  consultationId: string,
  input: BeginNoteInput,
): Promise<{ id: string; number: string }> {
  return transact(async (tx) => {
    const known = await getForNote(actor, consultationId, tx)
    if (known.account.isRestricted) throw new Conflict('notes:error.restricted')
    const messages = await messagesForNote(actor, known, tx)
    const wanted = new Set(input.messageIds)
    const chosen = messages.filter(({ id }) => wanted.has(id))
    if (chosen.length !== wanted.size) throw new Invalid('messageIds', 'common:error.unknown')
    const texts = chosen.map(({ body }) => body.replace(picture, '').trim())
    const body = texts.filter(Boolean).join('\n\n')
    if (body === '') throw new Invalid('messageIds', 'notes:error.noMessage')
    if (body.length > documentLimits.body)
      throw new Invalid('messageIds', 'common:error.tooLong', { max: documentLimits.body })
    const { kind, title } = input
    const product = input.aboutProduct && known.productId
    const language = chosen.at(-1)?.language ?? actor.language
    const productIds = product ? [product] : []
    const begun = await beginDraft(actor, { kind, title, body, language, productIds })
    await tx.noteSource.create({
      data: {
        ...{ documentId: begun.id, consultationId: known.id, accountId: known.accountId },
        ...{ organizationId: known.organizationId, createdById: actor.membershipId, createdAt: now() },
      },
      select: { documentId: true },
    })
    return begun
  })
}
