import { describe, expect, test } from 'vitest'
import { CalendarForm, HolidaysForm, LevelForm } from '#app/domain/consultations/clocks/forms.ts'
import { readICalendar } from '#app/domain/consultations/clocks/holidays/ical.ts'
import { planHolidays } from '#app/domain/consultations/clocks/holidays/plan.ts'
import { intervalsText, readIntervals, weekOf } from '#app/domain/consultations/clocks/week.ts'

describe('hours as they are typed', () => {
  test.each([
    [
      '08:00–12:00, 13:00–17:00',
      [
        [480, 720],
        [780, 1020],
      ],
    ],
    [
      '8-12;13.30-17',
      [
        [480, 720],
        [810, 1020],
      ],
    ],
    ['0800 - 2400', [[480, 1440]]],
    ['22:00~06:00', [[1320, 360]]],
    ['', []],
    ['  ', []],
  ])('%s', (text, intervals) => {
    expect(readIntervals(text)).toEqual(intervals)
  })

  test.each(['8', '8-', '25-26', '08:60-09:00', '9-9', '24:00-8', 'always', '1-2,2-3,3-4,4-5,5-6,6-7,7-8'])(
    '%s is refused',
    (text) => {
      expect(readIntervals(text)).toBeNull()
    },
  )

  test('a shift over midnight goes on in the day after, from Sunday into Monday', () => {
    const night: [number, number][] = [[1320, 360]]
    const week = weekOf([night, [], [], [], [], [], night])
    expect(week[0]).toEqual([
      [0, 360],
      [1320, 1440],
    ])
    expect(week[1]).toEqual([[0, 360]])
    expect(intervalsText(week[0] ?? [])).toBe('00:00–06:00, 22:00–24:00')
  })
})

describe('forms', () => {
  const calendar = {
    name: 'Office',
    timeZone: 'America/Los_Angeles',
    effectiveOn: '2026-01-01',
    week: ['8-17', '', '', '', '', '', ''],
    movesOpen: 'no',
  }
  const messages = (result: { error?: { issues: { message: string }[] } }) =>
    result.error?.issues.map(({ message }) => message)

  test('a calendar without hours is refused, and what makes no sense in it', () => {
    expect(CalendarForm.safeParse(calendar).success).toBe(true)
    expect(messages(CalendarForm.safeParse({ ...calendar, week: Array(7).fill('') }))).toEqual([
      'clocks:error.noHours',
    ])
    expect(messages(CalendarForm.safeParse({ ...calendar, timeZone: 'Mars/Olympus' }))).toEqual([
      'clocks:error.timeZone',
    ])
    const twice = [
      { on: '2026-12-25', name: 'Christmas' },
      { on: '2026-12-25', name: 'Christmas', hours: '22:00-06:00' },
    ]
    expect(messages(CalendarForm.safeParse({ ...calendar, days: twice }))).toEqual([
      'clocks:error.dayTwice',
      'clocks:error.overMidnight',
    ])
  })

  test('a level promises something, within reason', () => {
    const none = { question: {}, blocks_work: {}, line_stopped: {}, safety: {} }
    const base = {
      calendarId: '018f0000-0000-7000-8000-000000000000',
      effectiveOn: '2026-01-01',
      reopening: 'continue',
      warnAtPercent: '75',
      movesOpen: 'yes',
    }
    expect(messages(LevelForm.safeParse({ ...base, targets: none }))).toEqual(['clocks:error.noTarget'])
    const given = (solution: string) =>
      LevelForm.safeParse({ ...base, targets: { ...none, question: { solution } } })
    expect(given('1.5').data?.targets.question.solution).toBe(90)
    for (const wrong of ['0', '-1', '99999', 'soon']) expect(given(wrong).success).toBe(false)
  })

  test('holidays come back as they were shown', () => {
    const parse = (days: string[]) =>
      HolidaysForm.safeParse({ effectiveOn: '2026-01-01', movesOpen: 'no', days })
    expect(parse(['2026-12-25 Christmas Day']).data?.days).toEqual([
      { on: '2026-12-25', name: 'Christmas Day' },
    ])
    for (const wrong of [[], ['2026-13-25 X'], ['2026-12-25'], ['Christmas']])
      expect(parse(wrong).success).toBe(false)
  })
})

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
const file = (...events: string[]) =>
  `\uFEFF${['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n')}\r\n`
const range = ['2026-01-01', '2028-12-31'] as const

describe('a file of holidays', () => {
  test('names whole days, folded lines and escaped text, several days, and yearly repetitions', () => {
    const { days, leftOut } = readICalendar(
      file(
        event('DTSTART;VALUE=DATE:20260703', 'SUMMARY:Independence Day\\, obs', ' erved'),
        event('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Christmas'),
        event(
          'DTSTART;VALUE=DATE:20200101',
          'RRULE:FREQ=YEARLY',
          'EXDATE;VALUE=DATE:20270101',
          'SUMMARY:New Year',
        ),
        event('DTSTART:20240229', 'DURATION:P1D', 'RRULE:FREQ=YEARLY;INTERVAL=2', 'SUMMARY:Leap day'),
      ),
      range,
    )
    expect(days).toEqual([
      { on: '2026-01-01', name: 'New Year' },
      { on: '2026-07-03', name: 'Independence Day, observed' },
      { on: '2026-12-24', name: 'Christmas' },
      { on: '2026-12-25', name: 'Christmas' },
      { on: '2026-12-26', name: 'Christmas' },
      { on: '2028-01-01', name: 'New Year' },
      { on: '2028-02-29', name: 'Leap day' },
    ])
    expect(leftOut).toEqual([])
  })

  test('what is no whole day is left out, and said', () => {
    const { days, leftOut } = readICalendar(
      file(
        event('DTSTART;TZID=Europe/Berlin:20260703T100000', 'SUMMARY:Meeting'),
        event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Sundays'),
        event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;BYDAY=4TH', 'SUMMARY:Thanksgiving'),
        event('DTSTART;VALUE=DATE:20260230', 'SUMMARY:No such day'),
        event('DTSTART;VALUE=DATE:20260101', 'STATUS:CANCELLED', 'SUMMARY:Off'),
        event('BEGIN:VALARM', 'DTSTART;VALUE=DATE:20260505', 'END:VALARM', 'SUMMARY:Alarm alone'),
      ),
      range,
    )
    expect(days).toEqual([])
    expect(leftOut.map(({ why }) => why)).toEqual([
      'timed',
      'repetition',
      'repetition',
      'unreadable',
      'cancelled',
      'unreadable',
    ])
  })

  test('what is no calendar is refused', () => {
    for (const text of ['', 'date,name\n2026-01-01,New Year', '<html>', 'PK\u0003\u0004'])
      expect(() => readICalendar(text, range)).toThrow('not a calendar')
  })

  test('a repetition without end ends', () => {
    const { days } = readICalendar(
      file(event('DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=YEARLY', 'SUMMARY:New Year')),
      range,
    )
    expect(days).toHaveLength(3)
  })

  test('days that the calendar has already stay as they are', () => {
    const read = {
      days: [
        { on: '2026-12-25', name: 'A' },
        { on: '2026-12-26', name: 'B' },
      ],
      leftOut: [],
    }
    const plan = planHolidays(read, { '2026-12-25': { name: 'Christmas', intervals: [[480, 720]] } })
    expect(plan).toMatchObject({ added: [{ on: '2026-12-26' }], known: [{ on: '2026-12-25' }] })
  })
})
