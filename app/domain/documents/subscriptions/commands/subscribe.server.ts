import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { visibleFamilies } from '#app/domain/accounts/scope.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { documentNumber } from '../../kinds.ts'
import { visibleDocuments } from '../../scope.server.ts'
import { subscriptionEvents } from '../events.ts'
import type { SubscribeInput } from '../forms.ts'

/** More than so many nobody follows. */
const mostSubscriptions = 200

/** Subscribes to what the actor can see. Done twice, the second time changes nothing. */
export async function subscribe(actor: Actor, { back: _, ...target }: SubscribeInput): Promise<void> {
  await transact(async (tx) => {
    const what = await nameOf(tx, actor, target)
    const { membershipId } = actor
    if ((await tx.subscription.count({ where: { membershipId } })) >= mostSubscriptions)
      throw new Conflict('subscriptions:error.tooMany')
    if (await tx.subscription.findFirst({ where: { membershipId, ...target }, select: { id: true } })) return
    const { id } = await tx.subscription.create({
      data: { membershipId, ...target, createdAt: now() },
      select: { id: true },
    })
    await record(
      tx,
      actor,
      subscriptionEvents.begun({ id, organizationId: actor.organizationId }, { what }, actor.side),
    )
  })
}

/** Ends a subscription of the actor's own. */
export async function endSubscription(actor: Actor, subscriptionId: string): Promise<void> {
  await transact(async (tx) => {
    const { membershipId, organizationId } = actor
    const id = requireId(subscriptionId)
    const found = await tx.subscription.findFirst({
      relationLoadStrategy: 'join',
      where: { id, membershipId },
      select: { kind: true, product: { select: { number: true } }, family: { select: { code: true } } },
    })
    if (!found) throw new NotFound()
    await tx.subscription.deleteMany({ where: { id, membershipId } })
    const what = found.product?.number ?? found.family?.code ?? found.kind ?? ''
    await record(tx, actor, subscriptionEvents.ended({ id, organizationId }, { what }, actor.side))
  })
}

/** @throws NotFound for what does not exist for the actor. */
async function nameOf(tx: Tx, actor: Actor, target: Omit<SubscribeInput, 'back'>): Promise<string> {
  const { documentId, productId, familyId, kind } = target
  const family = visibleFamilies(actor)
  if (kind) return kind
  if (documentId) {
    const where = { AND: [{ id: documentId }, visibleDocuments(actor)] }
    const found = await tx.document.findFirst({ where, select: { kind: true, number: true } })
    if (found) return documentNumber(found.kind, found.number)
  }
  if (productId) {
    const found = await tx.product.findFirst({ where: { id: productId, family }, select: { number: true } })
    if (found) return found.number
  }
  if (familyId) {
    const where = { AND: [{ id: familyId }, family] }
    const found = await tx.productFamily.findFirst({ where, select: { code: true } })
    if (found) return found.code
  }
  throw new NotFound()
}
