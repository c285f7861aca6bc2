import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { account, everybody, refused, reserved, type Table, unseen } from './row.ts'

const admins = { wrongFunction: 'ingrid', right: 'admin' } as const
const suppliers = { wrongFunction: 'lin', right: 'ingrid' } as const
const both = { wrongFunction: 'ingrid', right: 'lin' } as const
/** Everybody has reports of what is theirs; figures of colleagues by name are not for everybody at the supplier. */
const report = {
  ...everybody({
    people: { wrongFunction: 'ingrid', right: 'marcus' },
    visit: () => ({ query: '?by=member' }),
  }),
  wrongFunction: 403,
} as const
const consultation = (body?: Record<string, string>) => (_: World, records: Records) => ({
  params: { id: records.consultations.lumen },
  body,
})
const calendar = (body?: Record<string, string>) => (_: World, records: Records) => ({
  params: { calendarId: records.clocks.calendar },
  body,
})
const hours = {
  name: 'Night shift',
  timeZone: 'UTC',
  effectiveOn: '2026-01-01',
  movesOpen: 'no',
  ...Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [`week[${day}]`, '22:00-06:00'])),
}

/** Hours and promises are seen by the supplier and decided by its administrators; clocks are both sides'. */
export const clockRows: Table = {
  'GET /consultations/reports': report,
  'GET /consultations/reports/export': report,
  'GET /consultations/calendars': reserved({ people: suppliers }),
  'GET /consultations/calendars/new': reserved({ people: admins }),
  'POST /consultations/calendars/new': reserved({ people: admins, visit: () => ({ body: hours }) }, 302),
  'GET /consultations/calendars/:calendarId': unseen({ people: suppliers, visit: calendar() }),
  'POST /consultations/calendars/:calendarId': refused({ people: admins, visit: calendar(hours) }),
  'GET /consultations/calendars/:calendarId/holidays': refused({ people: admins, visit: calendar() }, 200),
  'POST /consultations/calendars/:calendarId/holidays': refused({
    people: admins,
    visit: calendar({ effectiveOn: '2030-01-01', movesOpen: 'no', 'days[0]': '2030-12-25 Christmas Day' }),
  }),
  'GET /consultations/service-levels': reserved({ people: suppliers }),
  'GET /consultations/service-levels/new': reserved({ people: admins }),
  'POST /consultations/service-levels/new': reserved(
    {
      people: admins,
      visit: (_, { clocks }) => ({
        body: {
          calendarId: clocks.calendar,
          effectiveOn: '2026-01-01',
          'targets.question.solution': '8',
          'targets.safety.first_response': '0.5',
          reopening: 'continue',
          warnAtPercent: '75',
          movesOpen: 'no',
        },
      }),
    },
    302,
  ),
  'GET /consultations/clock-changes/:changeId': {
    ...reserved({ people: suppliers, visit: (_, { clocks }) => ({ params: { changeId: clocks.change } }) }),
  },
  'GET /consultations/:id/clocks': account({ people: both, visit: consultation() }),
  'GET /consultations/:id/urgency': account({ people: both, visit: consultation() }),
  'POST /consultations/:id/urgency': account(
    // Each says something else than was said before, and the second of them too late.
    { people: both, visit: consultation({ urgency: 'safety', previous: 'question' }) },
    302,
  ),
  'GET /consultations/:id/pause': refused({ people: suppliers, visit: consultation() }, 200),
  'POST /consultations/:id/pause': refused({
    people: suppliers,
    visit: consultation({ reason: 'waiting', body: 'Which firmware?' }),
  }),
  'POST /consultations/:id/resume': refused({
    people: suppliers,
    visit: (_, { clocks }) => ({ params: { id: clocks.paused } }),
  }),
}
