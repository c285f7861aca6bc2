import { describe, expect, test } from 'vitest'
import { readReport } from '#app/domain/consultations/reports/asked.ts'
import { presetPeriod, weeksOf } from '#app/domain/consultations/reports/period.ts'

describe('what is asked in an address', () => {
  const read = (query: string) => readReport(new URLSearchParams(query), '2026-06-03')

  test('without anything it is the last twelve weeks by account', () => {
    expect(read('')).toEqual({
      ...{ from: '2026-03-16', to: '2026-06-03', by: 'account', problems: {} },
      ...{ account: undefined, function: undefined, urgency: undefined },
    })
    expect(read('by=name&function=sales&urgency=x')).toMatchObject({ by: 'account', problems: {} })
  })

  test.each([
    ['from=2026-02-30', 'from', 'reports:error.day'],
    ['from=x', 'from', 'reports:error.day'],
    ['to=999999999999-12-31', 'to', 'reports:error.day'],
    ['to=0001-01-01', 'to', 'reports:error.day'],
    ['from=2026-06-02&to=2026-06-01', 'to', 'reports:error.order'],
    ['from=2020-01-01&to=2026-06-01', 'from', 'reports:error.long'],
  ])('%s is no period', (query, field, key) => {
    expect(read(query).problems).toEqual({ [field]: { key, max: 400 } })
  })

  test('one day is a period', () => {
    expect(read('from=2026-06-01&to=2026-06-01').problems).toEqual({})
  })
})

describe('periods that one looks at often', () => {
  test.each([
    // 2026-06-03 is a Wednesday: twelve weeks are eleven before the one that began on the first.
    ['weeks', '2026-06-03', '2026-03-16', '2026-06-03'],
    ['weeks', '2026-06-01', '2026-03-16', '2026-06-01'],
    ['weeks', '2026-06-07', '2026-03-16', '2026-06-07'],
    ['month', '2026-06-03', '2026-06-01', '2026-06-03'],
    ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['lastMonth', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['quarter', '2026-06-03', '2026-04-01', '2026-06-03'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-01-01'],
  ] as const)('%s on %s', (preset, today, from, to) => {
    expect(presetPeriod(preset, today)).toEqual({ from, to })
  })

  test('weeks begin on Mondays, also the one that a period begins in', () => {
    expect(weeksOf({ from: '2026-01-01', to: '2026-01-12' })).toEqual([
      '2025-12-29',
      '2026-01-05',
      '2026-01-12',
    ])
    expect(weeksOf(presetPeriod('weeks', '2026-06-03'))).toHaveLength(12)
  })
})
