import type { Actor, MemberFunction, Side } from '#app/domain/access/actor.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { Due } from '../clocks/due.ts'
import type { ClockState } from '../clocks/engine/clocks.ts'
import type { ClockKind } from '../clocks/engine/cycles.ts'
import type { Urgency } from '../clocks/engine/log.ts'
import { type ConsultationStatus, consultationNumber, noteLanes } from '../consultation.ts'
import { shownTag } from '../work/queries/tags.server.ts'
import type { ShownTag } from '../work/work.ts'
import { isMissed } from './conditions.server.ts'

interface Person {
  id: string
  name: string
  side: Side
}

export interface ConsultationRow {
  id: string
  number: string
  subject: string
  status: ConsultationStatus
  function: MemberFunction
  lastActivityAt: Date
  /** The other side's organization. */
  accountName: string
  askedBy: Person
  assignee: Person | null
  /** Whether something has come since the actor saw it last, notes of the own side included. */
  isUnread: boolean
  urgency: Urgency
  /** The clock that is due next, or waits. */
  due: Due | null
  /** Of the own side. */
  tags: ShownTag[]
  /** The supplier's own day, 2026-12-24, where the actor may read it. */
  dueOn: string | null
  isDayMissed: boolean
}

interface Found extends Omit<ConsultationRow, 'number' | 'askedBy' | 'assignee' | 'due'> {
  dueKind: ClockKind | null
  dueState: ClockState
  dueAt: Date | null
  number: number
  askedById: string
  askedByName: string
  assigneeId: string | null
  assigneeName: string | null
}

/**
 * What stands in the rows of a list, in the order of the ids, which were found in the actor's scope. Written as SQL so that
 * each row is fetched by its id and everything else is joined to it: the planner takes the accounts of a policy for ten
 * at most, and would otherwise begin with them and read every consultation that they have.
 */
export async function findRows(actor: Actor, ids: string[], db: Database): Promise<ConsultationRow[]> {
  if (ids.length === 0) return []
  const isSupplier = actor.side === 'supplier'
  const found = await db.$queryRaw<Found[]>`
    SELECT c.id, c.number, c.subject, c.status::text AS status, c.function::text AS function,
           c.urgency::text AS urgency, k.kind AS "dueKind", k.state AS "dueState", k.due_at AS "dueAt",
           c.last_activity_at AS "lastActivityAt", o.name AS "accountName",
           asker.id AS "askedById", asker.name AS "askedByName",
           assignee.id AS "assigneeId", assignee.name AS "assigneeName",
           to_char(d.due_on, 'YYYY-MM-DD') AS "dueOn", coalesce(${isMissed()}, false) AS "isDayMissed", tagged.tags,
           v.seen_at IS NULL OR greatest(c.last_activity_at, note.created_at) > v.seen_at AS "isUnread"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted (id, place)
    CROSS JOIN LATERAL (SELECT * FROM consultation WHERE consultation.id = wanted.id LIMIT 1) AS c
    LEFT JOIN account a ON a.id = c.account_id
    LEFT JOIN organization o ON o.id = CASE WHEN ${isSupplier} THEN a.customer_id ELSE a.supplier_id END
    LEFT JOIN membership asker ON asker.id = c.asked_by_id
    LEFT JOIN membership assignee ON assignee.id = c.assignee_id
    LEFT JOIN consultation_view v ON v.consultation_id = c.id AND v.membership_id = ${actor.membershipId}::uuid
    LEFT JOIN LATERAL (
      SELECT m.created_at FROM message m
      WHERE m.consultation_id = c.id AND m.lane <> 'shared' AND m.lane = ${noteLanes[actor.side]}::message_lane
        AND m.author_id <> ${actor.membershipId}::uuid
      ORDER BY m.id DESC LIMIT 1
    ) AS note ON true
    LEFT JOIN LATERAL (
      SELECT o.kind::text AS kind, o.state::text AS state, o.due_at FROM consultation_clock o
      WHERE o.consultation_id = c.id AND o.stopped_at IS NULL
      ORDER BY o.due_at, o.kind LIMIT 1
    ) AS k ON true
    LEFT JOIN consultation_due d ON d.consultation_id = c.id AND (d.is_shown OR ${isSupplier})
    LEFT JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color) ORDER BY lower(t.name)), '[]') AS tags
      FROM consultation_tagging g JOIN consultation_tag t ON t.id = g.tag_id
      WHERE g.consultation_id = c.id AND g.organization_id = ${actor.organizationId}::uuid AND g.side = ${actor.side}::side
    ) AS tagged ON true
    ORDER BY wanted.place`
  return found.map(({ number, askedById, askedByName, assigneeId, assigneeName, ...found }) => {
    const { dueKind, dueState, dueAt, ...row } = found
    return {
      ...row,
      due: dueKind && { kind: dueKind, state: dueState, dueAt },
      tags: row.tags.map(shownTag),
      number: consultationNumber(number),
      askedBy: { id: askedById, name: askedByName, side: 'customer' },
      assignee: assigneeId ? { id: assigneeId, name: assigneeName ?? '', side: 'supplier' } : null,
    }
  })
}
