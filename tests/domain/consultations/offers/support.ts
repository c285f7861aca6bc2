import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { decideOffer } from '#app/domain/consultations/offers/commands/decide.server.ts'
import { offerNote } from '#app/domain/consultations/offers/commands/offer.server.ts'
import { getOffers } from '#app/domain/consultations/offers/queries/page.server.ts'
import { openOffers } from '#app/domain/consultations/offers/queries/thread.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { begin } from '../notes/support.ts'
import { as } from '../support.ts'

/** The lines of an audience, by account; null for every account. */
type Lines = { accountId: string | null; functions: MemberFunction[] }[]

/** A note of the actor's from a consultation, in force for an audience, however it came there. */
export async function noteInForce(actor: Actor, consultationId: string, lines: Lines): Promise<string> {
  const { id } = await begin(actor, consultationId)
  const database = unscopedPrisma()
  const version = await database.documentVersion.findFirstOrThrow({ where: { documentId: id } })
  const releasedAt = new Date()
  await database.documentVersion.update({
    where: { id: version.id },
    data: { status: 'released', submittedAt: releasedAt, releasedAt },
  })
  await database.document.update({
    where: { id },
    data: { status: 'released', releasedVersionId: version.id },
  })
  await setAudience(actor, id, lines)
  return id
}

export async function setAudience(
  { organizationId }: Actor,
  documentId: string,
  lines: Lines,
): Promise<void> {
  const database = unscopedPrisma()
  await database.documentAudience.deleteMany({ where: { documentId } })
  await database.documentAudience.createMany({
    data: lines.map((line) => ({ documentId, organizationId, ...line })),
  })
}

export const offersPage = (actor: Actor, note: string) => as(actor, () => getOffers(actor, note))

export const offer = (actor: Actor, note: string, consultationIds: string[], version = 1) =>
  as(actor, () => offerNote(actor, note, { version, consultationIds }))

export const offersIn = async (actor: Actor, id: string) =>
  (await as(actor, () => openOffers(actor, id))).offers

export const offersInThread = async (actor: Actor, id: string) =>
  (await as(actor, () => getThread(actor, id))).noteOffers

export async function decide(actor: Actor, id: string, outcome: 'helpful' | 'dismissed' = 'helpful') {
  const { id: offerId } = await unscopedPrisma().noteOffer.findFirstOrThrow({ where: { consultationId: id } })
  return as(actor, () => decideOffer(actor, id, { offerId, outcome }))
}
