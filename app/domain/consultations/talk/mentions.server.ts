import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import type { MessageLane } from '../consultation.ts'
import { namesMentioned } from './mention.ts'
import { whoReads } from './queries/readers.server.ts'

interface Written {
  lane: MessageLane
  accountId: string
  /** Absent for a question that is being asked: nobody is named in it yet. */
  consultationId?: string
  text: string
  /** From a mail: whom nobody can ask again, an @ before a name that cannot read it stays plain text. */
  isFromMail?: boolean
}

/**
 * The members whom a text mentions. Without an @ there is no statement. A name that the writer knows, of somebody who does
 * not read this lane, is refused: the writer would believe that the person was told. Any other @ is plain text.
 * @throws Invalid
 */
export async function findMentioned(
  tx: Tx,
  actor: Actor,
  { lane, accountId, consultationId, text, isFromMail }: Written,
): Promise<string[]> {
  if (!text.includes('@')) return []
  // Under the writer's own rights: the own house and those that share an account with it.
  const known = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM membership
    WHERE erased_at IS NULL AND name <> '' AND strpos(${text}, '@' || name) > 0 LIMIT 500`
  const names = namesMentioned(
    text,
    known.map(({ name }) => name),
  )
  const meant = known.filter(({ name }) => names.has(name))
  if (meant.length === 0) return []
  const readers = await tx.membership.findMany({
    where: { AND: [whoReads(accountId, lane, consultationId), { id: { in: meant.map(({ id }) => id) } }] },
    select: { id: true, name: true },
  })
  const unread = [...names].find((name) => !readers.some((each) => each.name === name))
  if (unread && !isFromMail) throw new Invalid('body', 'talk:error.cannotRead', { name: unread })
  return readers.map(({ id }) => id).filter((id) => id !== actor.membershipId)
}

interface Place {
  messageId: string
  consultationId: string
  accountId: string
  lane: MessageLane
}

/** Keeps who is mentioned in a message; returns those who were not mentioned in it before. */
export async function recordMentions(tx: Tx, place: Place, members: string[]): Promise<string[]> {
  if (members.length === 0) return []
  const before = await tx.messageMention.findMany({
    where: { messageId: place.messageId, membershipId: { in: members } },
    select: { membershipId: true },
  })
  const added = members.filter((member) => !before.some(({ membershipId }) => membershipId === member))
  await tx.messageMention.createMany({
    data: added.map((membershipId) => ({ ...place, membershipId, createdAt: now() })),
  })
  return added
}
