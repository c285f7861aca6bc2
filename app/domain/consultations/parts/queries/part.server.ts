import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import type { Database, Tx } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { canMove } from '../../moves.ts'
import { whoCanTake } from '../../queries/assignees.server.ts'
import { getConsultation, type KnownConsultation } from '../../queries/consultation.server.ts'
import { whoReads } from '../../talk/queries/readers.server.ts'
import { partPolicy } from '../policy.ts'
import { visibleAssemblies, visibleParts } from '../scope.server.ts'

export interface PartPlace {
  consultationId: string
  partId: string
}

/**
 * The consultation, for the supplier alone. It is locked: what two do to its parts at once happens one after the other.
 * @throws NotFound
 */
export async function lockConsultation(tx: Tx, actor: Actor, id: string): Promise<KnownConsultation> {
  if (!partPolicy.see(actor)) throw new NotFound()
  const { id: known } = await getConsultation(actor, id, tx)
  await tx.$queryRaw`SELECT 1 FROM consultation WHERE id = ${known}::uuid FOR UPDATE`
  return getConsultation(actor, known, tx)
}

/** Where nothing can be answered nothing is prepared either. */
export function requireAnswerable({ status }: KnownConsultation): void {
  if (!canMove(status, 'answer')) throw new Conflict('parts:error.settled')
}

/**
 * A part, with its owner as far as that one still reads the consultation, or its guest as long as it takes part.
 * @throws NotFound
 */
export async function getPart(tx: Tx, actor: Actor, known: KnownConsultation, partId: string) {
  const part = await tx.consultationPart.findFirst({
    where: { AND: [{ id: requireId(partId), consultationId: known.id }, visibleParts(actor)] },
    include: { assembly: { select: { releasedAt: true } }, contributedBy: { select: { isGuest: true } } },
  })
  if (!part) throw new NotFound()
  const reads = part.ownerId !== null && (await readsPart(tx, known, part.ownerId))
  const isThere = part.guestId !== null && (await findContributor(tx, known, part.guestId)) !== null
  return { ...part, ownerId: reads ? part.ownerId : null, guestId: isThere ? part.guestId : null }
}
export type KnownPart = Awaited<ReturnType<typeof getPart>>

/** Whether somebody of the supplier's reads the consultation: by the account, or by being named in it. */
export async function readsPart(
  tx: Tx,
  known: Pick<KnownConsultation, 'id' | 'accountId'>,
  memberId: string,
): Promise<boolean> {
  const where = { AND: [{ id: memberId }, whoReads(known.accountId, 'internal', known.id)] }
  return (await tx.membership.count({ where })) > 0
}

/** Guests who may own a part: invited by the supplier, to write, and there or expected. */
export const whoContributes = (consultationId: string) =>
  ({
    ...{ consultationId, side: 'supplier', grade: 'write', endedAt: null },
    endsAt: { gt: now() },
  }) satisfies Prisma.ConsultationGuestWhereInput

/** One of them, or null. */
export function findContributor(tx: Tx, known: Pick<KnownConsultation, 'id'>, guestId: string) {
  return tx.consultationGuest.findFirst({
    where: { AND: [{ id: guestId }, whoContributes(known.id)] },
    select: { id: true, endsOn: true },
  })
}

/** Who of a function works on the account. */
export async function membersOf(db: Database, accountId: string, fn: MemberFunction): Promise<string[]> {
  const found = await db.membership.findMany({
    where: { AND: [whoCanTake(accountId), { functions: { has: fn } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 100,
  })
  return found.map(({ id }) => id)
}

/** The draft that is not released, or null. */
export function findDraft(tx: Tx, actor: Actor, known: KnownConsultation) {
  return tx.consultationAssembly.findFirst({
    where: { AND: [{ consultationId: known.id, releasedAt: null }, visibleAssemblies(actor)] },
    include: { signOffs: true },
  })
}

/** @throws NotFound */
export async function getDraft(tx: Tx, actor: Actor, known: KnownConsultation) {
  const draft = await findDraft(tx, actor, known)
  if (!draft) throw new NotFound()
  return draft
}

/** @throws Conflict for another revision than the one that was on screen */
export function requireRevision(present: number, seen: number): void {
  if (present !== seen) throw new Conflict('parts:error.changedMeanwhile')
}
