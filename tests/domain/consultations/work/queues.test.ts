import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { participants } from '#app/domain/consultations/audience.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import type { ConsultationFilters } from '#app/domain/consultations/filters.ts'
import { factsOfList } from '#app/domain/consultations/queries/count.server.ts'
import { listConsultations } from '#app/domain/consultations/queries/list.server.ts'
import { promiseDay } from '#app/domain/consultations/work/commands/due.server.ts'
import { endSnooze, snoozeConsultation } from '#app/domain/consultations/work/commands/snooze.server.ts'
import { watchConsultation } from '#app/domain/consultations/work/commands/watch.server.ts'
import { remindOfOwnDays } from '#app/domain/consultations/work/jobs/remind.server.ts'
import { wakeDue, wakeSnoozed } from '#app/domain/consultations/work/jobs/wake.server.ts'
import { queuesOf } from '#app/domain/consultations/work/queues.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { countQueries, prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask, eventsOf } from '../support.ts'

useTestDatabase()
let world: World
let ids: string[] = []
beforeAll(async () => {
  world = await createWorld()
  const { lin, ingrid } = world.people
  for (let each = 0; each < 4; each += 1) ids.push(await ask(lin, world.accounts.lumen))
  ids = [...ids]
  await unscopedPrisma().consultation.updateMany({
    data: { assigneeId: ingrid.membershipId, status: 'assigned' },
  })
  await unscopedPrisma().consultation.update({
    where: { id: ids[1] ?? '' },
    data: { assigneeId: null, status: 'new' },
  })
})

const listed = async (actor: Actor, filters: ConsultationFilters) =>
  (await as(actor, () => listConsultations(actor, filters))).items.map(({ id }) => id)
const counts = async (actor: Actor) => {
  const { queues } = await as(actor, () => factsOfList(actor, {}))
  return Object.fromEntries(queuesOf(actor.side).map((name, place) => [name, queues[place]]))
}
const eventOf = async (id: string, type: string) => {
  const event = await unscopedPrisma().event.findFirstOrThrow({
    where: { subjectId: id, type },
    orderBy: { id: 'desc' },
  })
  return { ...event, payload: event.payload as Record<string, unknown> }
}

test('what nobody has stands first in a queue, and one statement counts them all', async () => {
  const { ingrid } = world.people
  expect(await listed(ingrid, { whose: 'function', status: 'open' })).toEqual([
    ids[1],
    ids[3],
    ids[2],
    ids[0],
  ])
  expect(await listed(ingrid, { whose: 'mine', status: 'open' })).toEqual([ids[3], ids[2], ids[0]])
  expect(await counts(ingrid)).toMatchObject({ mine: '3', function: '4', watched: '0', snoozed: '0' })
  const { statements } = await as(ingrid, () => countQueries(() => factsOfList(ingrid, {})))
  expect(statements).toHaveLength(1)
})

test('watching brings what those who take part hear, of the own side’s lanes', async () => {
  const { quinn, chen, rui, ingrid } = world.people
  const [id = ''] = ids
  const watch = (actor: Actor, isOn = true) => as(actor, () => watchConsultation(actor, id, isOn))
  await watch(quinn)
  await watch(quinn)
  await watch(chen)
  await expect(watch(rui)).rejects.toThrow(NotFound)
  expect((await eventsOf(id)).filter((type) => type === 'watched')).toHaveLength(2)
  expect(await listed(quinn, { whose: 'watched' })).toEqual([id])
  const hears = async (lane: 'shared' | 'internal', type: string) => {
    await as(ingrid, () => postMessage(ingrid, id, { lane, body: 'Look', fileIds: [] }))
    return participants(await eventOf(id, `consultation.${type}`), unscopedPrisma())
  }
  expect(await hears('shared', 'messagePosted')).toEqual(
    expect.arrayContaining([quinn.membershipId, chen.membershipId]),
  )
  const internal = await hears('internal', 'internalNotePosted')
  expect(internal).toContain(quinn.membershipId)
  expect(internal).not.toContain(chen.membershipId)
  await as(chen, async () => expect(await prisma.consultationWatcher.count()).toBe(1))
  await watch(chen, false)
  expect(await hears('shared', 'messagePosted')).not.toContain(chen.membershipId)
  // Losing access ends it without a word.
  await unscopedPrisma().account.update({ where: { id: world.accounts.lumen }, data: { isRestricted: true } })
  await unscopedPrisma().account.update({
    where: { id: world.accounts.lumen },
    data: { isRestricted: false },
  })
  expect(
    await unscopedPrisma().consultationWatcher.count({ where: { membershipId: quinn.membershipId } }),
  ).toBe(0)
})

test('what is put aside leaves the own queues until its time, the other side’s word, or a clock', async () => {
  const { ingrid, dev, lin } = world.people
  const [, , third = '', fourth = ''] = ids
  const snooze = (until: 'tomorrow' | 'reply', id = fourth) =>
    as(ingrid, () => snoozeConsultation(ingrid, id, { until }))
  await snooze('tomorrow')
  expect(await listed(ingrid, { whose: 'mine', status: 'open' })).not.toContain(fourth)
  expect(await listed(ingrid, { whose: 'snoozed' })).toEqual([fourth])
  expect(await listed(ingrid, {})).toContain(fourth)
  expect(await listed(dev, { whose: 'function', status: 'open' })).toContain(fourth)
  await as(dev, async () => expect(await prisma.consultationSnooze.count()).toBe(0))
  await wakeDue()
  expect(await listed(ingrid, { whose: 'snoozed' })).toEqual([fourth])
  setClock(() => new Date(Date.now() + 2 * 86_400_000))
  await wakeDue()
  await wakeDue()
  setClock(() => new Date())
  expect((await eventsOf(fourth)).filter((type) => type === 'snoozeEnded')).toHaveLength(1)
  expect((await eventOf(fourth, 'consultation.snoozeEnded')).payload.memberId).toBe(ingrid.membershipId)
  await expect(as(ingrid, () => endSnooze(ingrid, fourth))).rejects.toThrow(Conflict)

  const left = () => listed(ingrid, { whose: 'snoozed' })
  await snooze('reply')
  await as(dev, () => postMessage(dev, fourth, { lane: 'shared', body: 'Look', fileIds: [] }))
  await wakeSnoozed(await unscopedPrisma().event.findFirstOrThrow({ orderBy: { id: 'desc' } }))
  expect(await left()).toEqual([fourth])
  await as(lin, () => postMessage(lin, fourth, { lane: 'shared', body: 'So?', fileIds: [] }))
  await wakeSnoozed(await unscopedPrisma().event.findFirstOrThrow({ orderBy: { id: 'desc' } }))
  expect(await left()).toEqual([])
  await snooze('reply', third)
  const event = await unscopedPrisma().event.findFirstOrThrow({ where: { subjectId: third } })
  await wakeSnoozed({ ...event, type: 'consultation.dueSoon', actorId: null })
  expect(await left()).toEqual([])
})

test('a time in the person’s zone; not one that is over, and not one that the clocks skip', async () => {
  const { ingrid } = world.people
  const [id = ''] = ids
  const at = (timeZone: string, text: string) =>
    as(ingrid, () => snoozeConsultation({ ...ingrid, timeZone }, id, { until: 'at', at: text }))
  await expect(at('Europe/Lisbon', '2026-01-01T09:00')).rejects.toMatchObject({
    messageKey: 'work:error.timeOver',
  })
  setClock(() => new Date('2027-03-01T12:00:00Z'))
  await expect(at('Europe/Lisbon', '2027-03-28T01:30')).rejects.toMatchObject({
    messageKey: 'work:error.timeSkipped',
  })
  await at('Asia/Shanghai', '2027-03-02T08:00')
  const row = await unscopedPrisma().consultationSnooze.findFirstOrThrow({ where: { consultationId: id } })
  expect(row.until?.toISOString()).toBe('2027-03-02T00:00:00.000Z')
  setClock(() => new Date())
})

test('a day of the supplier’s own: read by whom it is meant for, sorted by, and reminded of once', async () => {
  const { ingrid, lin, rui } = world.people
  const [first = '', second = ''] = ids
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  const promise = (id: string, dueOn: string | undefined, isShown = false) =>
    as(ingrid, () => promiseDay(ingrid, id, { dueOn, isShown }))
  await promise(first, day(30))
  await promise(second, day(10), true)
  expect(await listed(ingrid, { day: 'dated' })).toEqual([second, first])
  expect(await listed(lin, { day: 'dated' })).toEqual([second])
  await expect(promise(first, day(-3))).rejects.toMatchObject({ messageKey: 'work:error.dayOver' })
  await expect(promise(first, day(30))).rejects.toThrow(Invalid)
  await expect(as(lin, () => promiseDay(lin, first, { dueOn: day(5), isShown: true }))).rejects.toThrow(
    Forbidden,
  )
  await expect(as(rui, () => promiseDay(rui, first, { dueOn: day(5), isShown: true }))).rejects.toThrow(
    NotFound,
  )
  setClock(() => new Date(Date.now() + 9.5 * 86_400_000))
  await remindOfOwnDays()
  await remindOfOwnDays()
  setClock(() => new Date(Date.now() + 13 * 86_400_000))
  await remindOfOwnDays()
  expect(await listed(ingrid, { day: 'missed' })).toEqual([second])
  expect((await eventsOf(second)).filter((type) => type.startsWith('ownDay'))).toEqual([
    'ownDaySoon',
    'ownDayMissed',
  ])
  setClock(() => new Date())
  // Taking back what the customer has read is told to the customer; hiding it as well.
  await promise(second, day(12), false)
  expect(await eventOf(second, 'consultation.dueTakenBack')).toMatchObject({ side: null })
  expect((await eventOf(second, 'consultation.dueTakenBack')).payload).not.toHaveProperty('dueOn')
  await promise(second, undefined)
  await as(ingrid, () => answerConsultation(ingrid, first, { body: 'Done', fileIds: [] }))
  await expect(promise(first, day(40))).rejects.toMatchObject({ messageKey: 'consultations:refused.promise' })
  expect(await listed(ingrid, { day: 'dated' })).toEqual([])
})
