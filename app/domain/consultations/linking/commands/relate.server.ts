import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import { linkingEvents } from '../events.ts'
import { linkingPolicy } from '../policy.ts'

/**
 * Says that two consultations have to do with each other. What is so already stays so and leaves no event.
 * @throws NotFound, Forbidden, Invalid for the consultation itself
 */
export async function relateConsultations(actor: Actor, id: string, otherId: string): Promise<void> {
  await transact(async (tx) => {
    const { one, other } = await openBoth(tx, actor, id, otherId)
    if (one.id === other.id) throw new Invalid('otherId', 'linking:error.itself')
    const made = { relatedById: actor.membershipId, createdAt: now() }
    const row = (from: KnownConsultation, to: KnownConsultation) => ({
      ...{ consultationId: from.id, accountId: from.accountId },
      ...{ otherId: to.id, otherAccountId: to.accountId, ...made },
    })
    const { count } = await tx.consultationRelation.createMany({
      data: [row(one, other), row(other, one)],
      skipDuplicates: true,
    })
    if (count === 0) return
    await record(tx, actor, linkingEvents.related(one, namedConsultation(one), sideOf(one, other)))
  })
}

/**
 * Takes that back.
 * @throws NotFound, Forbidden
 */
export async function unrelateConsultations(actor: Actor, id: string, otherId: string): Promise<void> {
  await transact(async (tx) => {
    const { one, other } = await openBoth(tx, actor, id, otherId)
    const { count } = await tx.consultationRelation.deleteMany({
      where: {
        OR: [
          { consultationId: one.id, otherId: other.id },
          { consultationId: other.id, otherId: one.id },
        ],
      },
    })
    if (count === 0) return
    await record(tx, actor, linkingEvents.unrelated(one, namedConsultation(one), sideOf(one, other)))
  })
}

async function openBoth(tx: Tx, actor: Actor, id: string, otherId: string) {
  const one = await getConsultation(actor, id, tx)
  const other = await getConsultation(actor, otherId, tx)
  authorize(linkingPolicy.relate(actor, one, other))
  return { one, other }
}

/** That there is something in another account is for the supplier's eyes alone. */
const sideOf = (one: KnownConsultation, other: KnownConsultation) =>
  one.accountId === other.accountId ? null : 'supplier'
