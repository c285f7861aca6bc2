import { now } from '#app/platform/clock.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { startOfDay } from '../clocks/engine/local-days.ts'
import { guestLimits } from './guest.ts'

/**
 * Until the end of a day in a zone: what is stored of it.
 * @throws Invalid for a day that is over, or more than a year ahead
 */
export function untilEndOf(endsOn: string, timeZone: string) {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now())
  if (endsOn < today) throw new Invalid('endsOn', 'guests:error.dayOver')
  if (endsOn > `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`)
    throw new Invalid('endsOn', 'guests:error.dayTooFar', { months: guestLimits.months })
  const next = new Date(Date.parse(endsOn) + 86_400_000).toISOString().slice(0, 10)
  return { endsOn: new Date(endsOn), timeZone, endsAt: new Date(startOfDay(next, timeZone)) }
}
