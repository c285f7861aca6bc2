import { describe, expect, test } from 'vitest'
import type { Agreement } from '#app/domain/consultations/clocks/engine/clocks.ts'
import { courseOf } from '#app/domain/consultations/clocks/engine/course.ts'
import type { LogEntry } from '#app/domain/consultations/clocks/engine/log.ts'
import { agreed, asked, later, on } from '../clocks/logs.ts'

const minute = 60_000
const course = (log: LogEntry[], agreement: Agreement = agreed()) => courseOf(log, agreement, on('05T12:00'))
const minutes = ({ atSupplier, atCustomer }: ReturnType<typeof courseOf>) => [
  atSupplier === null ? null : atSupplier / minute,
  atCustomer === null ? null : atCustomer / minute,
]

// The office is open from 09:00 to 17:00 UTC, Monday to Friday; Monday is the first of June.
describe('who waits for whom', () => {
  test('from the question it is the supplier’s turn, and what lasts is in no sum', () => {
    const found = course([asked('01T09:00')])
    expect(found).toMatchObject({ turn: 'supplier', toCustomer: 0, toSupplier: 0, wasAnswered: false })
    expect(minutes(found)).toEqual([0, 0])
  })

  test('a question back waits for the customer over the night, in open hours alone', () => {
    // 09:00–10:00 at the supplier; 10:00–17:00 and 09:00–09:30 at the customer; 09:30–11:00 at the supplier again.
    const found = course([
      asked('01T09:00'),
      later('01T10:00', 'waiting'),
      later('02T09:30', 'customer'),
      later('02T11:00', 'answered'),
    ])
    expect(found).toMatchObject({ turn: 'customer', toCustomer: 2, toSupplier: 1, wasAnswered: true })
    expect(minutes(found)).toEqual([60 + 90, 7 * 60 + 30])
  })

  test('words of either side below change no turn; the end is nobody’s', () => {
    const found = course([
      asked('01T09:00'),
      later('01T10:00', 'customer'),
      later('01T11:00', 'supplier'),
      later('01T12:00', 'answered'),
      later('01T13:00', 'customer'),
      later('01T14:00', 'waiting'),
      later('01T15:00', 'accepted'),
      later('02T15:00', 'customer'),
    ])
    expect(found).toMatchObject({ turn: null, toCustomer: 1, toSupplier: 0, reopenings: 0 })
    expect(minutes(found)).toEqual([180, 180])
  })

  test('reopening gives the turn back; what lapsed does as well, and is no reopening', () => {
    const log = [asked('01T09:00'), later('01T10:00', 'answered')]
    expect(course([...log, later('01T11:00', 'reopened')])).toMatchObject({
      ...{ turn: 'supplier', toSupplier: 1, reopenings: 1, wasAnswered: true },
    })
    const lapsed = [...log, later('01T11:00', 'accepted'), later('03T11:00', 'lapsed')]
    // From nobody's turn it is no hand-over.
    expect(course(lapsed)).toMatchObject({ turn: 'supplier', toSupplier: 0, reopenings: 0 })
  })

  test('an agreed pause is nobody’s time; resuming ends a question back', () => {
    const found = course([
      asked('01T09:00'),
      later('01T10:00', 'paused', { until: on('01T12:00') }),
      later('01T13:00', 'waiting'),
      later('01T14:00', 'resumed'),
      later('01T15:00', 'closed'),
    ])
    expect(found).toMatchObject({ turn: null, toCustomer: 1, toSupplier: 1, wasAnswered: true })
    expect(minutes(found)).toEqual([60 + 60 + 60, 60])
  })

  test('what is merged waits for nobody, and goes on where it was when that is undone', () => {
    const log = [asked('01T09:00'), later('01T10:00', 'waiting'), later('01T11:00', 'merged')]
    expect(course(log).turn).toBeNull()
    const undone = course([...log, later('01T12:00', 'unmerged'), later('01T13:00', 'customer')])
    expect(undone).toMatchObject({ turn: 'supplier', toSupplier: 1 })
    expect(minutes(undone)).toEqual([60, 60 + 60])
  })

  test('other hands are counted; without promised hours turns are, and no time', () => {
    const log = [asked('01T09:00'), later('01T10:00', 'reassigned'), later('01T11:00', 'answered')]
    const without: Agreement = { promisedAt: () => null, revisions: [] }
    expect(course(log).reassignments).toBe(1)
    expect(course(log, without)).toMatchObject({ toCustomer: 1, atSupplier: null, atCustomer: null })
    expect(course([])).toMatchObject({ turn: null, toCustomer: 0, atSupplier: null, wasAnswered: false })
  })
})
