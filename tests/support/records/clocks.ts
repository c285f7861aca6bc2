import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

export interface ClockRecords {
  calendar: string
  levels: { everybody: string; aurora: string }
  /** A consultation of Lumen in which the customer is waited for. */
  paused: string
  change: string
}

/** The consultations of Lumen and of Aurora, and a number for one more. */
type Given = [lumen: string, aurora: string, number: number]

const course = {
  ...{
    turn: 'supplier' as const,
    toCustomer: 0,
    toSupplier: 0,
    reassignments: 0,
    reopenings: 0,
    wasAnswered: false,
  },
} as const
const at = new Date('2026-01-05T10:00:00Z')

/** Hours and promises of Halden, a clock in each account, and a change that moved both. */
export async function clockRecords(world: World, [lumen, aurora, number]: Given): Promise<ClockRecords> {
  const database = unscopedPrisma()
  const organizationId = world.organizations.halden
  const decided = {
    organizationId,
    effectiveOn: at,
    movesOpen: false,
    decidedById: world.people.admin.membershipId,
  }
  const calendar = await database.serviceCalendar.create({
    data: {
      ...{ organizationId, name: `Records ${number}`, timeZone: 'UTC' },
      versions: { create: { ...decided, week: [[[540, 1020]], [], [], [], [], [], []], days: {} } },
    },
  })
  const level = async (accountId: string | null) =>
    database.serviceLevel.create({
      data: {
        ...{ ...decided, accountId, calendarId: calendar.id },
        ...{ pausesWhileWaiting: true, pausesAsAgreed: true, reopening: 'continue', warnAtPercent: 75 },
        targets: { create: { urgency: 'question', solution: 480 } },
      },
    })
  const everybody = await level(null)
  const change = await database.clockRecomputation.create({
    data: { id: calendar.id, organizationId, causeId: calendar.id, startedAt: at },
  })
  for (const [consultationId, accountId] of [
    [lumen, world.accounts.lumen],
    [aurora, world.accounts.aurora],
  ] as const) {
    const clock = { consultationId, accountId, kind: 'solution', cycle: 1 } as const
    await database.consultationClock.create({
      data: {
        ...{ ...clock, organizationId, urgency: 'question', state: 'running', startedAt: at },
        ...{ levelId: everybody.id, calendarId: calendar.id, target: 28_800_000n },
      },
    })
    await database.consultationCourse.create({
      data: { consultationId, accountId, organizationId, ...course },
    })
    await database.clockAlert.create({ data: { ...clock, what: 'soon', sentAt: at } })
    await database.clockMove.create({ data: { ...clock, recomputationId: change.id, stateAfter: 'running' } })
  }
  const paused = await pausedConsultation(world, number)
  const forAurora = await level(world.accounts.aurora)
  return {
    calendar: calendar.id,
    levels: { everybody: everybody.id, aurora: forAurora.id },
    paused,
    change: change.id,
  }
}

async function pausedConsultation(world: World, number: number): Promise<string> {
  const database = unscopedPrisma()
  const accountId = world.accounts.lumen
  const owner = { accountId, organizationId: world.organizations.halden }
  const { id } = await database.consultation.create({
    data: {
      ...{ ...owner, number, subject: 'Firmware', function: 'engineering', language: 'en' },
      askedById: world.people.lin.membershipId,
    },
  })
  await database.event.create({
    data: {
      ...{ ...owner, type: 'consultation.waitingForCustomer', version: 1, actorName: 'Ingrid Solberg' },
      ...{ subjectType: 'consultation', subjectId: id, actorId: world.people.ingrid.membershipId },
      ...{ payload: {}, occurredAt: at, requestId: '', ipAddress: '', userAgent: '' },
    },
  })
  return id
}
