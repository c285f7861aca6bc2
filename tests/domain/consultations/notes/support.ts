import type { Actor } from '#app/domain/access/actor.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { beginNote } from '#app/domain/consultations/notes/commands/begin.server.ts'
import { decideMark } from '#app/domain/documents/redaction/commands/decide.server.ts'
import { getRedaction } from '#app/domain/documents/redaction/queries/page.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { as } from '../support.ts'

/** What stands in a consultation, by its lane. */
export async function messagesIn(consultationId: string) {
  const all = await unscopedPrisma().message.findMany({
    where: { consultationId },
    orderBy: { id: 'asc' },
    select: { id: true, lane: true, body: true },
  })
  return all
}

export const say = (
  actor: Actor,
  id: string,
  body: string,
  lane: 'shared' | 'internal' | 'private' = 'shared',
) => as(actor, () => postMessage(actor, id, { body, lane, fileIds: [] }))

/** Begins a note of all messages that the actor reads. */
export async function begin(actor: Actor, id: string, title = 'Drives that trip in the heat') {
  const messages = (await messagesIn(id)).filter(({ lane }) => lane !== 'private')
  const input = { title, kind: 'technical_note' as const, aboutProduct: false }
  return as(actor, () => beginNote(actor, id, { ...input, messageIds: messages.map((each) => each.id) }))
}

export const redactionOf = (actor: Actor, id: string) => as(actor, () => getRedaction(actor, id))

type Outcome = { outcome: 'remove' } | { outcome: 'replace' | 'keep'; words: string }

/** Decides the first open mark that reads like this. */
export async function decide(actor: Actor, id: string, text: string, outcome: Outcome, all = false) {
  const { open, seenAt } = await redactionOf(actor, id)
  const mark = open.find((each) => each.text === text)
  if (!mark) throw new Error(`no open mark ${text} among ${open.map((each) => each.text).join(', ')}`)
  const { field, from, folded } = mark
  return as(actor, () => decideMark(actor, id, { field, from, folded, seenAt, all, ...outcome }))
}

export const bodyOf = async (documentId: string): Promise<string> =>
  (
    await unscopedPrisma().documentVersion.findFirstOrThrow({
      where: { documentId },
      orderBy: { version: 'desc' },
    })
  ).body
