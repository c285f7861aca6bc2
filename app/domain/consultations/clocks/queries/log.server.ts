import type { MemberFunction, Side } from '#app/domain/access/actor.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { LogEntry, LogKind, Urgency } from '../engine/log.ts'

/** What of the events of a consultation moves a clock, or tells its course. Notes of one side and what the system does are none of it. */
const kinds: Record<string, LogKind> = {
  'consultation.asked': 'asked',
  'consultation.writtenDown': 'asked',
  'consultation.answered': 'answered',
  'consultation.accepted': 'accepted',
  'consultation.closed': 'closed',
  'consultation.reopened': 'reopened',
  'consultation.lapsed': 'lapsed',
  'consultation.waitingForCustomer': 'waiting',
  'consultation.pauseAgreed': 'paused',
  'consultation.clocksResumed': 'resumed',
  'consultation.urgencyChanged': 'urgency',
  'consultation.merged': 'merged',
  'consultation.mergeUndone': 'unmerged',
  'consultation.takenOver': 'reassigned',
  'consultation.handedBack': 'reassigned',
}
/** Given to somebody: a hand-over where somebody else had it. */
const assigned = 'consultation.assigned'
const message = 'consultation.messagePosted'
const undone = 'consultation.closingUndone'
export const clockEventTypes = [message, undone, assigned, ...Object.keys(kinds)]

export interface Logged {
  id: string
  accountId: string
  organizationId: string
  function: MemberFunction
  log: LogEntry[]
}

/** Instant, type, side of who acted, urgency, until. */
type Line = [at: number, type: string, side: Side | null, urgency: Urgency | null, until: string | null]

/** What happened to consultations, in the order in which it did: one statement for as many as are asked for. */
export async function readLogs(ids: readonly string[], db: Database): Promise<Logged[]> {
  const rows = await db.$queryRaw<(Omit<Logged, 'log'> & { lines: Line[] })[]>`
    SELECT c.id, c.account_id AS "accountId", c.organization_id AS "organizationId", c.function::text AS function, l.lines
    FROM unnest(${[...ids]}::uuid[]) AS wanted (id)
    JOIN consultation c ON c.id = wanted.id
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_array(
        floor(extract(epoch FROM e.occurred_at) * 1000), e.type, m.side, e.payload ->> 'urgency', e.payload ->> 'until')
        ORDER BY e.occurred_at, e.id), '[]') AS lines
      FROM event e LEFT JOIN membership m ON m.id = e.actor_id
      WHERE e.subject_id = c.id AND e.subject_type = 'consultation' AND e.type = ANY (${clockEventTypes})
        AND (e.type <> ${assigned} OR e.payload ->> 'previousId' IS NOT NULL)
    ) AS l`
  return rows.map(({ lines, ...row }) => ({ ...row, log: standing(lines).map(entryOf) }))
}

/** Without a closing that was taken back: it is as if it had never been. */
function standing(lines: Line[]): Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    if (line[1] !== undone) kept.push(line)
    else
      kept.splice(
        kept.findLastIndex(([, type]) => type === 'consultation.closed'),
        1,
      )
  }
  return kept
}

function entryOf(line: Line): LogEntry {
  const [at, type, side, urgency, until] = line
  const written = side === 'supplier' ? 'supplier' : 'customer'
  const kind = type === assigned ? 'reassigned' : (kinds[type] ?? written)
  return {
    at,
    kind,
    ...(kind === 'asked' || kind === 'urgency' ? { urgency: urgency ?? 'question' } : {}),
    ...(kind === 'paused' ? { until: until === null ? null : Date.parse(until) } : {}),
  }
}
