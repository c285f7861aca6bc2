import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { endSubscription, subscribe } from '#app/domain/documents/subscriptions/commands/subscribe.server.ts'
import { SubscribeForm } from '#app/domain/documents/subscriptions/forms.ts'
import { listSubscriptions } from '#app/domain/documents/subscriptions/queries.server.ts'
import { sendDigest } from '#app/domain/notifications/digest.server.ts'
import { tasks } from '#app/jobs.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, release, released, submitted } from './notes.ts'

useTestDatabase()

let world: World
let forLumen: string
beforeAll(async () => {
  world = await createWorld()
  const { ingrid, dev } = world.people
  const reach = { accountIds: [world.accounts.lumen], functions: ['engineering' as const] }
  forLumen = await released(ingrid, dev, reach)
})

/** Releases a note about the product to Lumen's engineers and lets everybody hear; returns who did. */
async function heard(changes: object = {}): Promise<string[]> {
  const { ingrid, dev } = world.people
  await unscopedPrisma().notification.deleteMany()
  const reach = { accountIds: [world.accounts.lumen], functions: ['engineering' as const] }
  const id = await submitted(ingrid, { ...reach, productIds: [world.product], ...changes })
  await release(dev, id)
  const event = await unscopedPrisma().event.findFirstOrThrow({
    where: { subjectId: id, type: 'document.released' },
  })
  await tasks.react?.({ eventId: event.id })
  await tasks.react?.({ eventId: event.id })
  const rows = await unscopedPrisma().notification.findMany({ where: { eventId: event.id } })
  const names = new Map(Object.entries(world.people).map(([name, { membershipId }]) => [membershipId, name]))
  return rows.map(({ membershipId }) => names.get(membershipId) ?? '').sort()
}
const begin = (actor: Actor, target: object) => as(actor, () => subscribe(actor, target as never))

test('subscribers hear beside the readers, each once, and nobody of what it may not see', async () => {
  const { quinn, tomas, marcus, lin, rui, chen } = world.people
  expect(await heard()).toEqual(['ingrid', 'lin'])
  await begin(quinn, { productId: world.product })
  await begin(quinn, { kind: 'technical_note' })
  await begin(tomas, { familyId: world.family })
  await begin(marcus, { kind: 'data_sheet' })
  for (const customer of [lin, rui, chen]) await begin(customer, { productId: world.product })
  expect(await heard()).toEqual(['ingrid', 'lin', 'quinn', 'tomas'])
  expect(await heard({ kind: 'data_sheet', productIds: [] })).toEqual(['ingrid', 'lin', 'marcus'])
})

test('the mail says what changed', async () => {
  const { quinn } = world.people
  await heard({ changeNote: 'Distances are 25 mm\ninstead of 20 mm.' })
  await sendDigest({ membershipId: quinn.membershipId })
  const mail = await unscopedPrisma().mail.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(mail.text).toContain('Distances are 25 mm instead of 20 mm.')
})

test('one subscribes to what exists for oneself, once, and ends one’s own', async () => {
  const { lin, rui, chen } = world.people
  await expect(begin(rui, { documentId: forLumen })).rejects.toThrow('notFound')
  await expect(begin(chen, { documentId: forLumen })).rejects.toThrow('notFound')
  await expect(begin(rui, { productId: crypto.randomUUID() })).rejects.toThrow('notFound')
  await begin(lin, { documentId: forLumen })
  await begin(lin, { documentId: forLumen })
  const own = await as(lin, () => listSubscriptions(lin))
  expect(own.map(({ document, product }) => document ?? product?.name)).toEqual([
    'TN-0001 Efficiency of four-pole motors',
    'CMD-075-4 7.5 kW drive',
  ])
  const id = own[0]?.id ?? ''
  await expect(as(rui, () => endSubscription(rui, id))).rejects.toThrow('notFound')
  expect(await as(rui, async () => await prisma.subscription.count({ where: { id } }))).toBe(0)
  await as(lin, () => endSubscription(lin, id))
  expect(await as(lin, () => listSubscriptions(lin))).toHaveLength(1)
})

test('a form names exactly one thing', () => {
  expect(SubscribeForm.safeParse({}).success).toBe(false)
  expect(SubscribeForm.safeParse({ kind: 'drawing', productId: crypto.randomUUID() }).success).toBe(false)
  expect(SubscribeForm.safeParse({ kind: 'poem' }).success).toBe(false)
  expect(SubscribeForm.safeParse({ kind: 'drawing' }).success).toBe(true)
})
