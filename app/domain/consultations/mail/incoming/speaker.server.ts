import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { consultationPolicy } from '../../policy.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import type { Destination } from '../address.server.ts'
import type { RefusedReason } from '../mail.ts'

type Reply = Extract<Destination, { kind: 'reply' }>
type Question = Extract<Destination, { kind: 'question' }>

/** In whose name a mail speaks, and for which record. */
export interface Speaker {
  userId: string
  email: string
  /** More than one: the person has to say as whom. */
  actors: Actor[]
  accountId: string | null
  /** As shown; empty for a new question. */
  number: string
}

/** Kept with a refused mail, so that the person and its administrators can be told. */
export interface Refused {
  refused: RefusedReason
  actor?: Actor
}

/** The member whom a reply address was given to, as long as it may still write there. */
export async function unscopedReplySpeaker(place: Reply): Promise<Speaker | Refused> {
  const actor = await unscopedFindActor(place.membershipId)
  if (!actor) return { refused: 'deactivated' }
  try {
    return await runAsActor(actor.membershipId, async () => {
      const consultation = await getConsultation(actor, place.consultationId)
      if (!consultationPolicy.post(actor, consultation, place.lane)) {
        const isClosed = consultation.account.closedAt !== null
        return { refused: isClosed ? 'noAccess' : 'lane', actor } as const
      }
      const { accountId } = consultation
      const { number } = namedConsultation(consultation)
      return { userId: actor.userId, email: await emailOf(actor.userId), actors: [actor], accountId, number }
    })
  } catch (error) {
    if (error instanceof DomainError) return { refused: 'noAccess', actor }
    throw error
  }
}

async function emailOf(userId: string): Promise<string> {
  const user = await unscopedPrisma().user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true },
  })
  return user.email
}

/** The customer's member of an address who can ask this supplier. */
export async function unscopedAskingSpeaker(place: Question, from: string): Promise<Speaker | Refused> {
  const user = await unscopedPrisma().user.findUnique({
    where: { email: from },
    select: { id: true, memberships: { select: { id: true, deactivatedAt: true } } },
  })
  if (!user) return { refused: 'unknownSender' }
  const found = await Promise.all(user.memberships.map(({ id }) => unscopedFindActor(id)))
  const active = found.filter((actor) => actor !== null)
  if (active.length === 0) return { refused: 'deactivated' }
  const accounts = await unscopedPrisma().account.findMany({
    where: {
      supplierId: place.supplierId,
      closedAt: null,
      customerId: { in: active.map((a) => a.organizationId) },
    },
    select: { id: true, customerId: true },
  })
  const actors = active.filter(
    ({ side, organizationId }) =>
      side === 'customer' && accounts.some(({ customerId }) => customerId === organizationId),
  )
  if (actors.length === 0) return { refused: 'notCustomer', actor: active[0] }
  const [only, ...others] = actors
  // One's other organizations may be customers of this supplier as well: the account is that of the one who asks.
  const own = accounts.find(({ customerId }) => customerId === only?.organizationId)
  const accountId = others.length === 0 ? (own?.id ?? null) : null
  return { userId: user.id, email: from, actors, accountId, number: '' }
}
