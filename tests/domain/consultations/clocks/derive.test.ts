import { describe, expect, test } from 'vitest'
import { hours } from './calendars.ts'
import { agreed, asked, derive, later, on, text } from './logs.ts'

describe('first response', () => {
  test('runs from the question, and is met at the very instant at which it is due', () => {
    const running = derive([asked('01T09:00')], '01T12:00')['first_response 1']
    expect(running).toMatchObject({ state: 'running', counted: hours(3), breachedAt: null })
    expect([text(running?.dueAt), text(running?.warnAt)]).toEqual(['01T13:00', '01T12:00'])
    const met = derive([asked('01T09:00'), later('01T13:00', 'supplier')], '05T12:00')['first_response 1']
    expect(met).toMatchObject({ state: 'met', counted: hours(4) })
  })

  test('a millisecond later it is breached, and stays it', () => {
    const late = { at: on('01T13:00') + 1, kind: 'supplier' } as const
    const clock = derive([asked('01T09:00'), late], '01T14:00')['first_response 1']
    expect(clock).toMatchObject({ state: 'breached', breachedAt: on('01T13:00') })
  })

  test('still open and overdue is breached; due now is not yet', () => {
    expect(derive([asked('01T09:00')], '01T13:00')['first_response 1']?.state).toBe('running')
    expect(derive([asked('01T09:00')], '01T13:01')['first_response 1']?.state).toBe('breached')
  })

  test('what the customer adds does not stop it', () => {
    const clock = derive([asked('01T09:00'), later('01T10:00', 'customer')], '01T11:00')['first_response 1']
    expect(clock).toMatchObject({ stoppedAt: null, startedAt: on('01T09:00') })
  })
})

describe('next response', () => {
  test('runs from the oldest unanswered message, each time anew', () => {
    const log = [
      asked('01T09:00'),
      later('01T10:00', 'supplier'),
      later('01T11:00', 'customer'),
      later('01T15:00', 'customer'),
      later('02T10:00', 'supplier'),
      later('02T12:00', 'customer'),
    ]
    const clocks = derive(log, '02T13:00')
    expect(clocks['next_response 1']).toMatchObject({
      startedAt: on('01T11:00'),
      stoppedAt: on('02T10:00'),
      state: 'met',
      counted: hours(7),
    })
    expect(clocks['next_response 2']).toMatchObject({ startedAt: on('02T12:00'), state: 'running' })
  })

  test('what was accepted waits for no reply; reopening does', () => {
    const log = [
      asked('01T09:00'),
      later('01T10:00', 'answered'),
      later('01T11:00', 'customer'),
      later('01T11:30', 'accepted'),
      later('01T12:00', 'customer'),
    ]
    expect(derive(log, '03T12:00')['next_response 1']).toMatchObject({ stoppedAt: on('01T11:30') })
    expect(derive(log, '03T12:00')['next_response 2']).toBeUndefined()
    const reopened = derive([...log, later('03T10:00', 'reopened')], '03T12:00')
    expect(reopened['next_response 2']).toMatchObject({ startedAt: on('03T10:00'), state: 'running' })
  })
})

describe('solution', () => {
  const answered = [asked('01T09:00'), later('01T17:00', 'answered'), later('03T09:00', 'reopened')]

  test('reopening goes on with the same run where the policy says so: the time between does not count', () => {
    const clocks = derive(answered, '03T10:00')
    expect(clocks['solution 1']).toMatchObject({ state: 'running', counted: hours(9), stoppedAt: null })
    expect(text(clocks['solution 1']?.dueAt)).toBe('04T17:00')
    expect(clocks['solution 2']).toBeUndefined()
  })

  test('or begins another', () => {
    const clocks = derive(answered, '03T10:00', agreed({ reopening: 'new_cycle' }))
    expect(clocks['solution 1']).toMatchObject({ state: 'met', stoppedAt: on('01T17:00') })
    expect(clocks['solution 2']).toMatchObject({ startedAt: on('03T09:00'), counted: hours(1) })
  })

  test('what lapses by itself is to be solved again; it asks for no reply', () => {
    const log = [asked('01T09:00'), later('01T17:00', 'answered'), later('02T10:00', 'accepted')]
    const clocks = derive([...log, later('03T09:00', 'lapsed')], '03T10:00')
    expect(clocks['solution 1']).toMatchObject({ state: 'running', counted: hours(9) })
    expect(clocks['next_response 1']).toBeUndefined()
  })

  test('a better answer does not make the first one later', () => {
    const clock = derive([...answered.slice(0, 2), later('08T12:00', 'answered')], '09T12:00')['solution 1']
    expect(clock).toMatchObject({ state: 'met', stoppedAt: on('01T17:00') })
  })

  test('a breach stays one, also when it is reopened', () => {
    const log = [asked('01T09:00'), later('08T12:00', 'answered'), later('08T13:00', 'reopened')]
    expect(derive(log, '08T14:00')['solution 1']).toMatchObject({
      state: 'breached',
      breachedAt: on('03T17:00'),
      stoppedAt: null,
    })
  })
})

describe('pauses', () => {
  test('while the customer is waited for no due is shown; then what is left is added anew', () => {
    const log = [asked('01T09:00'), later('01T11:00', 'waiting')]
    const waiting = derive(log, '02T12:00')
    expect(waiting['solution 1']).toMatchObject({ state: 'paused', dueAt: null, counted: hours(2) })
    // The question to the customer was an answer to the first one.
    expect(waiting['first_response 1']).toMatchObject({ state: 'met' })
    const resumed = derive([...log, later('03T09:00', 'customer')], '03T10:00')['solution 1']
    expect(resumed).toMatchObject({ state: 'running', counted: hours(3) })
    expect(text(resumed?.dueAt)).toBe('05T15:00')
  })

  test('only where the policy says so', () => {
    const log = [asked('01T09:00'), later('01T11:00', 'waiting')]
    const clock = derive(log, '02T12:00', agreed({ pausesWhileWaiting: false }))['solution 1']
    expect(clock).toMatchObject({ state: 'running', counted: hours(11) })
  })

  test('an agreed pause ends by itself, stops every clock, and overlaps the waiting without counting twice', () => {
    const log = [
      asked('01T09:00'),
      later('01T10:00', 'supplier'),
      later('01T10:30', 'customer'),
      later('01T11:00', 'waiting'),
      later('01T12:00', 'paused', { until: on('02T12:00') }),
    ]
    const paused = derive(log, '02T10:00')['solution 1']
    expect(paused).toMatchObject({ state: 'paused', resumesAt: null })
    const resumed = derive([...log, later('02T10:00', 'customer')], '02T11:00')
    expect(resumed['solution 1']).toMatchObject({ state: 'paused', resumesAt: on('02T12:00') })
    expect(resumed['next_response 2']).toMatchObject({ state: 'paused', counted: 0 })
    expect(derive([...log, later('02T10:00', 'customer')], '02T13:00')['solution 1']).toMatchObject({
      state: 'running',
      counted: hours(3),
    })
  })

  test('comes too late for what was breached before', () => {
    const log = [asked('01T09:00'), later('04T10:00', 'waiting')]
    expect(derive(log, '04T12:00')['solution 1']).toMatchObject({
      state: 'breached',
      dueAt: on('03T17:00'),
    })
  })
})
