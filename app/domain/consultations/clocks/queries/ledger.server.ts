import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { sidesIn } from '../../queries/act.server.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { type Clock, clocksOf, namedPausesFor } from '../engine/clocks.ts'
import { clockKinds } from '../engine/cycles.ts'
import { ledgerOf, totalsOf } from '../engine/ledger.ts'
import { ledgerDays } from '../engine/ledger-days.ts'
import { pausesIn } from '../engine/log.ts'
import { clockPolicy } from '../policy.ts'
import { readAgreements } from './decided.server.ts'
import { readLogs } from './log.server.ts'

/** A clock as its address names it. */
export const clockName = ({ kind, cycle }: Pick<Clock, 'kind' | 'cycle'>) => `${kind}-${cycle}`

/**
 * The clocks of a consultation, worked out anew from what both sides can see of it, and of one of them every minute: the
 * one that is asked for, else the one that is due next, else the last.
 * @throws NotFound
 */
export async function getLedger(
  actor: Actor,
  consultationId: string,
  wanted: string | null,
  db: Database = prisma,
) {
  const consultation = await getConsultation(actor, consultationId, db)
  const sides = await sidesIn(consultation, db)
  const { agreementFor, calendars } = await readAgreements(consultation.organizationId, db)
  const [logged] = await readLogs([consultation.id], db)
  const log = logged?.log ?? []
  const present = now().getTime()
  const clocks = clocksOf(log, agreementFor(consultation.accountId, consultation.function), present)
  const inOrder = clocks.toSorted((a, b) => clockKinds.indexOf(a.kind) - clockKinds.indexOf(b.kind))
  const open = inOrder.filter(({ stoppedAt }) => stoppedAt === null)
  const next = open.toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity))[0]
  const shown = inOrder.find((clock) => clockName(clock) === wanted) ?? next ?? inOrder.at(-1)
  const until = (clock: Clock) => clock.stoppedAt ?? present
  return {
    ...namedConsultation(consultation),
    id: consultation.id,
    sides,
    now: present,
    clocks: inOrder.map((clock) => shownClock(clock)),
    shown: shown && {
      ...shownClock(shown),
      calendar: calendars.find(({ id }) => id === shown.promised.calendarId)?.name ?? '',
      zone: shown.promised.hours.calendar.zone,
      until: until(shown),
      ...ledgerWithTotals(shown, { until: until(shown), zone: sides.supplier.timeZone }, pausesIn(log)),
    },
    abilities: {
      pause: clockPolicy.pause(actor, consultation),
      resume: clockPolicy.pause(actor, consultation) && open.some(({ state }) => state === 'paused'),
      changeUrgency: clockPolicy.changeUrgency(actor, consultation),
    },
  }
}
export type LedgerPage = Awaited<ReturnType<typeof getLedger>>
export type ShownLedger = NonNullable<LedgerPage['shown']>

function shownClock(clock: Clock) {
  const { kind, cycle, state, urgency, target, counted, startedAt, stoppedAt, dueAt, breachedAt } = clock
  return {
    ...{ name: clockName(clock), kind, cycle, state, urgency, target, counted },
    ...{ startedAt, stoppedAt, dueAt, breachedAt },
  }
}

/** Days that the picture shows, and stretches that the table lists, the latest ones. The totals are of all. */
const most = { days: 62, entries: 400 }

function ledgerWithTotals(
  clock: Clock,
  { until, zone }: { until: number; zone: string },
  pauses: ReturnType<typeof pausesIn>,
) {
  const { promised, startedAt } = clock
  const named = namedPausesFor(promised, clock, pauses)
  const entries = ledgerOf(promised.hours.calendar, [startedAt, until], named)
  const days = ledgerDays(entries, zone)
  let counted = 0
  const listed = entries.map((entry) => {
    if (entry.label === 'counted') counted += entry.to - entry.from
    return { ...entry, counted }
  })
  return {
    days: days.slice(-most.days),
    entries: listed.slice(-most.entries),
    isCut: days.length > most.days || listed.length > most.entries,
    totals: totalsOf(entries),
  }
}
