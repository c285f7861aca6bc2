import { Prisma } from '#app/platform/database/client/client.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import type { Clock, ClockState } from '../engine/clocks.ts'
import type { ClockKind } from '../engine/cycles.ts'
import type { Urgency } from '../engine/log.ts'
import type { Logged } from '../queries/log.server.ts'

/** A clock as it is stored; instants and spans in milliseconds. */
export interface ClockRow {
  consultationId: string
  kind: ClockKind
  cycle: number
  accountId: string
  organizationId: string
  urgency: Urgency
  levelId: string
  calendarId: string
  state: ClockState
  startedAt: number
  stoppedAt: number | null
  target: number
  dueAt: number | null
  warnAt: number | null
  breachedAt: number | null
  counted: number | null
  resumesAt: number | null
}

/** Written field by field: there are many of them, and copies of copies are what the collector then works on. */
export function rowOf(consultation: Logged, clock: Clock): ClockRow {
  const isOpen = clock.stoppedAt === null
  return {
    consultationId: consultation.id,
    kind: clock.kind,
    cycle: clock.cycle,
    accountId: consultation.accountId,
    organizationId: consultation.organizationId,
    urgency: clock.urgency,
    levelId: clock.promised.levelId,
    calendarId: clock.promised.calendarId,
    state: clock.state,
    startedAt: clock.startedAt,
    stoppedAt: clock.stoppedAt,
    target: clock.target,
    dueAt: clock.dueAt,
    warnAt: isOpen ? clock.warnAt : null,
    breachedAt: clock.breachedAt,
    // What runs would be stored anew each time that it is looked at.
    counted: isOpen && clock.state !== 'paused' ? null : clock.counted,
    resumesAt: clock.resumesAt,
  }
}

export const keyOf = (row: Pick<ClockRow, 'consultationId' | 'kind' | 'cycle'>) =>
  `${row.consultationId} ${row.kind} ${row.cycle}`

const columns = [
  'consultationId',
  'kind',
  'cycle',
  'accountId',
  'organizationId',
  'urgency',
  'levelId',
  'calendarId',
  'state',
  'startedAt',
  'stoppedAt',
  'target',
  'dueAt',
  'warnAt',
  'breachedAt',
  'counted',
  'resumesAt',
] as const satisfies (keyof ClockRow)[]

export const isSame = (a: ClockRow, b: ClockRow) => columns.every((column) => a[column] === b[column])

const instant = (column: string) => Prisma.raw(`floor(extract(epoch FROM ${column}) * 1000)::float8`)

export function storedClocks(tx: Tx, ids: readonly string[]): Promise<ClockRow[]> {
  return tx.$queryRaw<ClockRow[]>`
    SELECT consultation_id AS "consultationId", kind::text AS kind, cycle, account_id AS "accountId",
           organization_id AS "organizationId", urgency::text AS urgency, level_id AS "levelId",
           calendar_id AS "calendarId", state::text AS state, ${instant('started_at')} AS "startedAt",
           ${instant('stopped_at')} AS "stoppedAt", target::float8 AS target, ${instant('due_at')} AS "dueAt",
           ${instant('warn_at')} AS "warnAt", ${instant('breached_at')} AS "breachedAt", counted::float8 AS counted,
           ${instant('resumes_at')} AS "resumesAt"
    FROM consultation_clock WHERE consultation_id = ANY (${[...ids]}::uuid[])`
}

/** Writes many at once: one statement, whatever their number. */
export async function storeClocks(tx: Tx, rows: readonly ClockRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO consultation_clock (consultation_id, kind, cycle, account_id, organization_id, urgency, level_id, calendar_id,
      state, started_at, stopped_at, target, due_at, warn_at, breached_at, counted, resumes_at)
    SELECT x."consultationId", x.kind, x.cycle, x."accountId", x."organizationId", x.urgency, x."levelId", x."calendarId",
      x.state, to_timestamp(x."startedAt" / 1000), to_timestamp(x."stoppedAt" / 1000), x.target,
      to_timestamp(x."dueAt" / 1000), to_timestamp(x."warnAt" / 1000), to_timestamp(x."breachedAt" / 1000), x.counted,
      to_timestamp(x."resumesAt" / 1000)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("consultationId" uuid, kind clock_kind, cycle int,
      "accountId" uuid, "organizationId" uuid, urgency urgency, "levelId" uuid, "calendarId" uuid, state clock_state,
      "startedAt" float8, "stoppedAt" float8, target bigint, "dueAt" float8, "warnAt" float8, "breachedAt" float8,
      counted bigint, "resumesAt" float8)
    ON CONFLICT (consultation_id, kind, cycle) DO UPDATE SET
      urgency = EXCLUDED.urgency, level_id = EXCLUDED.level_id, calendar_id = EXCLUDED.calendar_id, state = EXCLUDED.state,
      started_at = EXCLUDED.started_at, stopped_at = EXCLUDED.stopped_at, target = EXCLUDED.target, due_at = EXCLUDED.due_at,
      warn_at = EXCLUDED.warn_at, breached_at = EXCLUDED.breached_at, counted = EXCLUDED.counted,
      resumes_at = EXCLUDED.resumes_at`
}

export async function removeClocks(tx: Tx, rows: readonly ClockRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    DELETE FROM consultation_clock k
    USING jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("consultationId" uuid, kind clock_kind, cycle int)
    WHERE k.consultation_id = x."consultationId" AND k.kind = x.kind AND k.cycle = x.cycle`
}
