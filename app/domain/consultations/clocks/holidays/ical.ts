import type { Day } from '../engine/calendar.ts'

/** A day that a calendar file names. */
export interface Holiday {
  on: Day
  name: string
}

export interface ReadHolidays {
  /** By day, each once. */
  days: Holiday[]
  /** Entries that were left out, with the reason: hours of a day, or a repetition that is not yearly. */
  leftOut: { name: string; why: 'timed' | 'repetition' | 'cancelled' | 'unreadable' }[]
}

interface Line {
  name: string
  parameters: string
  value: string
}

const dayLength = 86_400_000
/** Days that one entry may last: a works holiday, not a mistake in the year. */
const longest = 60

/**
 * The whole-day events of an iCalendar file (RFC 5545) between two days. Yearly repetitions are followed; events with
 * hours are no holidays.
 * @throws Error `not a calendar` for a text that is none.
 */
export function readICalendar(text: string, [from, to]: readonly [Day, Day]): ReadHolidays {
  const lines = unfold(text)
  if (!lines.some(({ name, value }) => name === 'BEGIN' && value.toUpperCase() === 'VCALENDAR'))
    throw new Error('not a calendar')
  const days = new Map<Day, string>()
  const leftOut: ReadHolidays['leftOut'] = []
  for (const event of eventsIn(lines)) {
    const name = unescapeText(textOf(event, 'SUMMARY') ?? '').trim() || 'Holiday'
    const occurrences = occurrencesOf(event, to)
    if (typeof occurrences === 'string') leftOut.push({ name, why: occurrences })
    else for (const on of occurrences) if (on >= from && on <= to && !days.has(on)) days.set(on, name)
  }
  const found = [...days].map(([on, name]) => ({ on, name }))
  return { days: found.toSorted((a, b) => a.on.localeCompare(b.on)), leftOut }
}

/** A line that goes on begins with a space or a tab (RFC 5545, 3.1). */
function unfold(text: string): Line[] {
  const whole = text.replace(/^\uFEFF/, '').replace(/\r?\n[ \t]/g, '')
  return whole.split(/\r?\n/).flatMap((line): Line[] => {
    const match = /^([A-Za-z0-9-]+)((?:;[^:;"]+(?:"[^"]*")?)*):(.*)$/.exec(line)
    return match
      ? [{ name: (match[1] ?? '').toUpperCase(), parameters: match[2] ?? '', value: match[3] ?? '' }]
      : []
  })
}

function eventsIn(lines: Line[]): Line[][] {
  const events: Line[][] = []
  let open: Line[] | null = null
  // An alarm inside an event has lines of the same names.
  let depth = 0
  for (const line of lines) {
    const value = line.value.toUpperCase()
    if (line.name === 'BEGIN' && value === 'VEVENT') open = []
    else if (line.name === 'END' && value === 'VEVENT') {
      if (open) events.push(open)
      open = null
    } else if (line.name === 'BEGIN') depth += open ? 1 : 0
    else if (line.name === 'END') depth -= open ? 1 : 0
    else if (depth === 0) open?.push(line)
  }
  return events
}

const textOf = (event: Line[], name: string) => event.find((line) => line.name === name)?.value

const unescapeText = (text: string) =>
  text.replace(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign))

function dateOf(value: string | undefined): number | null {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(value?.trim() ?? '') ?? []
  if (!year) return null
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date))
  return new Date(at).getUTCDate() === Number(date) ? at : null
}

const dayText = (at: number) => new Date(at).toISOString().slice(0, 10)

function occurrencesOf(event: Line[], to: Day): Day[] | ReadHolidays['leftOut'][number]['why'] {
  if (textOf(event, 'STATUS')?.toUpperCase() === 'CANCELLED') return 'cancelled'
  const start = textOf(event, 'DTSTART')
  if (start && /T\d{4}/.test(start)) return 'timed'
  const first = dateOf(start)
  if (first === null) return 'unreadable'
  // The end is the first day after it.
  const end = dateOf(textOf(event, 'DTEND')) ?? first + durationOf(textOf(event, 'DURATION'))
  const length = Math.max(1, Math.round((end - first) / dayLength))
  if (length > longest) return 'unreadable'
  const starts = startsOf(first, textOf(event, 'RRULE'), to)
  if (!starts) return 'repetition'
  const without = new Set(
    event.filter(({ name }) => name === 'EXDATE').flatMap(({ value }) => value.split(',').map(dateOf)),
  )
  return starts
    .filter((at) => !without.has(at))
    .flatMap((at) => Array.from({ length }, (_, place) => dayText(at + place * dayLength)))
}

function durationOf(value: string | undefined): number {
  const [, weeks = '0', days = '0'] = /^P(?:(\d+)W)?(?:(\d+)D)?$/.exec(value ?? '') ?? []
  return Math.max(1, Number(weeks) * 7 + Number(days)) * dayLength
}

/** The same date of later years, as far as a rule says; null for a rule of another kind. */
function startsOf(first: number, rule: string | undefined, to: Day): number[] | null {
  if (!rule) return [first]
  const parts = new Map(rule.split(';').map((part) => part.toUpperCase().split('=') as [string, string]))
  const date = new Date(first)
  const isPlain =
    parts.get('FREQ') === 'YEARLY' &&
    [...parts.keys()].every((key) =>
      ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'WKST'].includes(key),
    ) &&
    Number(parts.get('BYMONTH') ?? date.getUTCMonth() + 1) === date.getUTCMonth() + 1 &&
    Number(parts.get('BYMONTHDAY') ?? date.getUTCDate()) === date.getUTCDate()
  if (!isPlain) return null
  const step = Math.max(1, Number(parts.get('INTERVAL') ?? 1) || 1)
  const most = Number(parts.get('COUNT') ?? Number.POSITIVE_INFINITY)
  const until = dateOf(parts.get('UNTIL')?.slice(0, 8)) ?? Number.POSITIVE_INFINITY
  const starts: number[] = []
  for (let year = date.getUTCFullYear(); starts.length < most; year += step) {
    const at = Date.UTC(year, date.getUTCMonth(), date.getUTCDate())
    if (dayText(at) > to || at > until) break
    // 29 February is there in leap years alone.
    if (new Date(at).getUTCDate() === date.getUTCDate()) starts.push(at)
  }
  return starts
}
