import type { Actor } from '#app/domain/access/actor.ts'
import { openCalendar } from '#app/domain/consultations/clocks/commands/decide-calendar.server.ts'
import { decideLevel } from '#app/domain/consultations/clocks/commands/decide-level.server.ts'
import { followClocks } from '#app/domain/consultations/clocks/derive/react.server.ts'
import {
  CalendarForm,
  type CalendarInput,
  LevelForm,
  type LevelInput,
} from '#app/domain/consultations/clocks/forms.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { as } from '../support.ts'

/** The clock of a test: Monday is the first of June 2026. Returns what puts the real one back. */
export const at = (text: string) => setClock(() => new Date(`2026-06-${text}Z`))

const office = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '', '']

export function hours(changes: Record<string, unknown> = {}): CalendarInput {
  return CalendarForm.parse({
    name: 'Office',
    timeZone: 'UTC',
    effectiveOn: '2026-01-01',
    week: office,
    days: [],
    movesOpen: 'no',
    ...changes,
  })
}

const usual = { first_response: 4, next_response: 8, solution: 24 }

export function level(calendarId: string, changes: Record<string, unknown> = {}): LevelInput {
  return LevelForm.parse({
    calendarId,
    effectiveOn: '2026-01-01',
    targets: {
      question: usual,
      blocks_work: { ...usual, solution: 8 },
      line_stopped: { solution: 4 },
      safety: {},
    },
    pausesWhileWaiting: true,
    pausesAsAgreed: true,
    reopening: 'continue',
    warnAtPercent: '75',
    movesOpen: 'no',
    ...changes,
  })
}

/** A calendar, and what is promised to everybody in its hours. */
export async function promise(admin: Actor, changes: Record<string, unknown> = {}): Promise<string> {
  return as(admin, async () => {
    const calendarId = await openCalendar(admin, hours())
    await decideLevel(admin, level(calendarId, changes))
    return calendarId
  })
}

/** Runs the reaction to every event of a record, as the job does. */
export async function react(subjectId: string): Promise<void> {
  const events = await unscopedPrisma().event.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
  for (const event of events) await followClocks(event)
}

/** The clocks as they are stored, by name. */
export async function storedClocks(consultationId: string) {
  const rows = await unscopedPrisma().consultationClock.findMany({ where: { consultationId } })
  return Object.fromEntries(rows.map((row) => [`${row.kind} ${row.cycle}`, row]))
}
