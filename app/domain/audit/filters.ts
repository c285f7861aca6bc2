import { isId } from '#app/domain/access/ids.ts'
import { type EventType, eventDefinitions } from './registry.ts'

export const eventTypes = Object.keys(eventDefinitions) as EventType[]

/** Kinds of record, in the order of the registry. */
export const subjectTypes = [...new Set(eventTypes.map((type) => type.split('.')[0] ?? ''))]

/** The filters of the audit, as they stand in its URL. */
export interface AuditFilters {
  /** A membership id. */
  person?: string
  /** An event's type, or a kind of record. */
  type?: string
  /** The id of a record. */
  subject?: string
  /** Days as `2025-05-12`, in the reader's zone, both included. */
  from?: string
  to?: string
  after?: string
}

const isDay = (text: string | null) =>
  text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined

/** Reads them; what is no possible value is left out. */
export function readFilters(search: URLSearchParams): AuditFilters {
  const id = (name: string) => (isId(search.get(name)) ? (search.get(name) ?? undefined) : undefined)
  const type = search.get('type') ?? ''
  return {
    person: id('person'),
    subject: id('subject'),
    type: eventTypes.includes(type as EventType) || subjectTypes.includes(type) ? type : undefined,
    from: isDay(search.get('from')),
    to: isDay(search.get('to')),
    after: search.get('after') ?? undefined,
  }
}

export function isFiltered({ person, type, subject, from, to }: AuditFilters): boolean {
  return Boolean(person || type || subject || from || to)
}

/** The instant at which a day begins in a zone. */
export function startOfDay(day: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  const near = new Date(asUtc - offsetAt(new Date(asUtc), timeZone))
  // The offset may change in between: ask again at the place that was found.
  return new Date(asUtc - offsetAt(near, timeZone))
}

/** In milliseconds, east of Greenwich positive. */
function offsetAt(at: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  })
  const parts: Partial<Record<string, number>> = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000
}

/** The first instant after a day. */
export function endOfDay(day: string, timeZone: string): Date {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600_000).toISOString().slice(0, 10)
  return startOfDay(next, timeZone)
}
