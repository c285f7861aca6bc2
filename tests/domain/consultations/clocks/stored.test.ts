import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { changeUrgency } from '#app/domain/consultations/clocks/commands/change-urgency.server.ts'
import { pauseClocks, resumeClocks } from '#app/domain/consultations/clocks/commands/pause.server.ts'
import { watchClocks } from '#app/domain/consultations/clocks/derive/watch.server.ts'
import { getLedger } from '#app/domain/consultations/clocks/queries/ledger.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { listConsultations } from '#app/domain/consultations/queries/list.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask, eventsOf } from '../support.ts'
import { at, promise, react, storedClocks } from './support.ts'

useTestDatabase()
let world: World

beforeAll(async () => {
  world = await createWorld()
  at('01T08:00')
  await promise(world.people.admin)
})
afterEach(() => void setClock(() => new Date()))

const due = (date: Date | null | undefined) => date?.toISOString().slice(8, 16)

describe('the clocks of a consultation', () => {
  test('follow what happens, and are the same when they are worked out again', async () => {
    const { lin, ingrid } = world.people
    at('01T09:00')
    const id = await ask(lin, world.accounts.lumen, { urgency: 'blocks_work' })
    await react(id)
    const asked = await storedClocks(id)
    expect(asked['first_response 1']).toMatchObject({ state: 'running', urgency: 'blocks_work' })
    expect(due(asked['first_response 1']?.dueAt)).toBe('01T13:00')
    expect(due(asked['first_response 1']?.warnAt)).toBe('01T12:00')
    at('01T12:00')
    await as(ingrid, () => postMessage(ingrid, id, { lane: 'internal', body: 'Hm', fileIds: [] }))
    await react(id)
    expect((await storedClocks(id))['first_response 1']?.state).toBe('running')
    await as(ingrid, () => answerConsultation(ingrid, id, { body: 'Change the fan', fileIds: [] }))
    await react(id)
    const answered = await storedClocks(id)
    expect(answered['first_response 1']).toMatchObject({ state: 'met', counted: 10_800_000n })
    expect(answered['solution 1']).toMatchObject({ state: 'met', warnAt: null })
    await react(id)
    expect(await storedClocks(id)).toEqual(answered)
  })

  test('lists and threads show what is due next, both sides the same', async () => {
    const { lin, ingrid } = world.people
    at('01T09:00')
    const id = await ask(lin, world.accounts.lumen)
    await react(id)
    for (const actor of [lin, ingrid]) {
      const { items } = await as(actor, () => listConsultations(actor, {}))
      const row = items.find((each) => each.id === id)
      expect(row?.due).toMatchObject({ kind: 'first_response', state: 'running' })
      expect(due(row?.due?.dueAt)).toBe('01T13:00')
      const thread = await as(actor, () => getThread(actor, id))
      expect(thread.clocks.map(({ kind }) => kind)).toEqual(['first_response', 'solution'])
    }
  })

  test('pauses are messages to both sides; nothing is due while they last', async () => {
    const { lin, ingrid, rui } = world.people
    at('01T09:00')
    const id = await ask(lin, world.accounts.lumen)
    const pause = (reason: 'waiting' | 'agreed', until?: string) =>
      as(ingrid, () => pauseClocks(ingrid, id, { reason, body: 'Which firmware?', until }))
    at('01T11:00')
    await expect(as(lin, () => pauseClocks(lin, id, { reason: 'waiting', body: 'x' }))).rejects.toThrow(
      Forbidden,
    )
    await expect(as(rui, () => pauseClocks(rui, id, { reason: 'waiting', body: 'x' }))).rejects.toThrow(
      NotFound,
    )
    await expect(pause('agreed', '2026-06-01')).rejects.toThrow(Invalid)
    await expect(pause('agreed', '2028-06-01')).rejects.toThrow('pauseTooLong')
    await expect(as(ingrid, () => resumeClocks(ingrid, id))).rejects.toThrow(Conflict)
    await pause('waiting')
    await react(id)
    const paused = await storedClocks(id)
    expect(paused['first_response 1']?.state).toBe('met')
    expect(paused['solution 1']).toMatchObject({ state: 'paused', dueAt: null, counted: 7_200_000n })
    const thread = await as(lin, () => getThread(lin, id))
    expect(thread.messages.at(-1)?.body).toBe('Which firmware?')
    at('02T09:00')
    await as(ingrid, () => resumeClocks(ingrid, id))
    await react(id)
    expect(due((await storedClocks(id))['solution 1']?.dueAt)).toBe('04T15:00')
    expect(await eventsOf(id)).toEqual(['asked', 'waitingForCustomer', 'clocksResumed'])
  })

  test('an agreed pause that ends by itself is noticed', async () => {
    const { lin, ingrid } = world.people
    at('01T09:00')
    const id = await ask(lin, world.accounts.lumen)
    at('01T10:00')
    await as(ingrid, () =>
      pauseClocks(ingrid, id, { reason: 'agreed', body: 'Works holiday', until: '2026-06-03' }),
    )
    await react(id)
    const paused = (await storedClocks(id))['solution 1']
    expect(paused?.state).toBe('paused')
    at('03T12:00')
    await watchClocks()
    expect((await storedClocks(id))['solution 1']).toMatchObject({ state: 'running', resumesAt: null })
  })

  test('another urgency counts from the start', async () => {
    const { lin, ingrid } = world.people
    at('01T09:00')
    const id = await ask(lin, world.accounts.lumen)
    at('01T11:00')
    const change = (urgency: 'question' | 'line_stopped', previous: 'question' | 'safety') =>
      as(lin, () => changeUrgency(lin, id, { urgency, previous }))
    await expect(change('question', 'question')).rejects.toThrow(Invalid)
    await expect(change('line_stopped', 'safety')).rejects.toThrow(Conflict)
    await change('line_stopped', 'question')
    await react(id)
    const clocks = await storedClocks(id)
    expect(due(clocks['solution 1']?.dueAt)).toBe('01T13:00')
    // Nothing is promised for the first response of this urgency.
    expect(clocks['first_response 1']).toBeUndefined()
    expect((await as(ingrid, () => getThread(ingrid, id))).urgency).toBe('line_stopped')
  })
})

describe('the ledger', () => {
  test('is the same for both sides, and nobody else sees it', async () => {
    const { lin, ingrid, rui } = world.people
    at('01T16:00')
    const id = await ask(lin, world.accounts.lumen)
    at('02T10:00')
    const seen = await Promise.all(
      [lin, ingrid].map((actor) => as(actor, () => getLedger(actor, id, 'solution-1'))),
    )
    expect(seen[0]?.shown).toEqual(seen[1]?.shown)
    expect(seen[0]?.shown).toMatchObject({
      name: 'solution-1',
      totals: { counted: 7_200_000, closed: 57_600_000, holiday: 0, waiting: 0, paused: 0 },
    })
    expect(seen[0]?.shown?.entries.map(({ label }) => label)).toEqual(['counted', 'closed', 'counted'])
    await expect(as(rui, () => getLedger(rui, id, null))).rejects.toThrow(NotFound)
  })
})

describe('warnings', () => {
  const alertsOf = (id: string) =>
    unscopedPrisma().event.findMany({
      where: { subjectId: id, type: { in: ['consultation.dueSoon', 'consultation.overdue'] } },
      orderBy: { id: 'asc' },
    })

  test('come once before the breach and once at it, whichever process looks', async () => {
    const { lin } = world.people
    at('01T09:00')
    const id = await ask(lin, world.accounts.lumen)
    await react(id)
    at('01T11:59')
    await watchClocks()
    expect(await alertsOf(id)).toEqual([])
    at('01T12:00')
    await Promise.all([watchClocks(), watchClocks(), watchClocks()])
    await watchClocks()
    expect((await alertsOf(id)).map(({ type }) => type)).toEqual(['consultation.dueSoon'])
    at('01T13:01')
    await Promise.all([watchClocks(), watchClocks()])
    const alerts = await alertsOf(id)
    expect(alerts.map(({ type }) => type)).toEqual(['consultation.dueSoon', 'consultation.overdue'])
    expect(alerts[1]).toMatchObject({
      side: 'supplier',
      payload: { clock: 'first_response', due: '2026-06-01 13:00' },
    })
    expect((await storedClocks(id))['first_response 1']).toMatchObject({ state: 'breached', stoppedAt: null })
  })

  test('call nobody for what was breached long ago', async () => {
    const { lin } = world.people
    at('01T09:00')
    const id = await ask(lin, world.accounts.lumen)
    at('20T09:00')
    await react(id)
    await watchClocks()
    expect((await storedClocks(id))['first_response 1']?.state).toBe('breached')
    expect(await alertsOf(id)).toEqual([])
  })
})
