import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { documentEvents } from '#app/domain/documents/events.ts'
import type { Audience } from '#app/domain/events/audience.ts'
import { onEvent } from '#app/domain/events/on-event.server.ts'
import { frameOf } from '#app/domain/frame/queries.server.ts'
import { markAllRead } from '#app/domain/notifications/commands.server.ts'
import { sendMail } from '#app/domain/notifications/delivery.server.ts'
import { sendDigest } from '#app/domain/notifications/digest.server.ts'
import { countUnread, listNotifications } from '#app/domain/notifications/queries.server.ts'
import { reaction } from '#app/domain/notifications/react.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { sharedBy } from '#tests/domain/comparisons/comparison-cases.ts'
import { as, eventsOf, released } from '#tests/domain/documents/notes.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  await unscopedPrisma().notification.deleteMany()
  await unscopedPrisma().mail.deleteMany()
  await give(world.people.lin, 'engineering')
})

/** The functions that a member has from now on. */
async function give(actor: Actor, ...functions: MemberFunction[]): Promise<void> {
  await unscopedPrisma().membership.update({ where: { id: actor.membershipId }, data: { functions } })
}

/** A note for Lumen's engineers whose release concerns everybody who is named. */
async function ringOfRelease(...to: Actor[]): Promise<void> {
  const { ingrid, dev } = world.people
  const id = await released(ingrid, dev, {
    title: 'Derating above 1000 m',
    accountIds: [world.accounts.lumen],
    functions: ['engineering'],
  })
  const event = (await eventsOf(id)).find(({ type }) => type === 'document.released')
  const hears: Audience = async () => to.map((each) => each.membershipId)
  await onEvent(reaction(documentEvents.definitions, { 'document.released': hears }))({ eventId: event?.id })
}

const heardBy = async () =>
  (await unscopedPrisma().notification.findMany()).map(({ membershipId }) => membershipId).sort()
const bell = (actor: Actor) =>
  as(actor, async () => {
    const page = await listNotifications(actor, { unreadOnly: false, after: null })
    const { unread } = await frameOf(actor)
    return { items: page.items.length, unread, counted: await countUnread(actor) }
  })
const nothing = { items: 0, unread: 0, counted: 0 }
const mails = () => unscopedPrisma().mail.findMany({ orderBy: { id: 'asc' } })

test('a document rings for nobody of another function, whoever names them', async () => {
  const { lin, chen, lumenAdmin, quinn, rui } = world.people
  await ringOfRelease(lin, chen, lumenAdmin, quinn, rui)
  expect(await heardBy()).toEqual([lin.membershipId, quinn.membershipId].sort())
})

test('who lost the function reads nothing of it on the bell, and reads it again with the function', async () => {
  const { lin } = world.people
  await ringOfRelease(lin)
  expect(await bell(lin)).toEqual({ items: 1, unread: 1, counted: 1 })
  await give(lin, 'logistics')
  expect(await bell(lin)).toEqual(nothing)
  // What one does not see is not marked as read either.
  await as(lin, () => markAllRead(lin))
  await give(lin, 'engineering')
  expect(await bell(lin)).toEqual({ items: 1, unread: 1, counted: 1 })
})

test('who lost the function within the window is not mailed the title', async () => {
  const { lin } = world.people
  await ringOfRelease(lin)
  await give(lin)
  await sendDigest({ membershipId: lin.membershipId })
  expect(await mails()).toEqual([])
})

test('a mail that waits for its server stays here when the function was lost, and the rest is told anew', async () => {
  const { lin } = world.people
  await ringOfRelease(lin)
  await sendDigest({ membershipId: lin.membershipId })
  const [mail] = await mails()
  await give(lin, 'logistics')
  await sendMail({ mailId: mail?.id })
  expect(await mails()).toMatchObject([{ status: 'failed', sentAt: null, lastError: 'access was lost' }])
  await sendDigest({ membershipId: lin.membershipId })
  expect(await mails()).toHaveLength(1)
  await give(lin, 'engineering')
  await sendDigest({ membershipId: lin.membershipId })
  const [, again] = await mails()
  await sendMail({ mailId: again?.id })
  expect(await mails()).toMatchObject([{ status: 'failed' }, { status: 'sent' }])
})

test('a comparison is told to those whose work it is', async () => {
  const { marcus, chen } = world.people
  const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
  const event = await unscopedPrisma().event.findFirstOrThrow({
    where: { subjectId: id, type: 'comparison.shared' },
  })
  await unscopedPrisma().notification.create({
    data: {
      ...{ membershipId: chen.membershipId, eventId: event.id, accountId: event.accountId, type: event.type },
      ...{ subjectType: 'comparison', subjectId: id, payload: { title: 'Drive' } },
    },
  })
  expect((await bell(chen)).items).toBe(1)
  await give(chen, 'quality')
  expect(await bell(chen)).toEqual(nothing)
  await sendDigest({ membershipId: chen.membershipId })
  expect(await mails()).toEqual([])
  await give(chen, 'purchasing')
})
