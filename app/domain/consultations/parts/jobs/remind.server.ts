import type { MemberFunction } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { namedConsultation } from '../../queries/consultation.server.ts'
import { partEvents } from '../events.ts'
import { findContributor, membersOf, readsPart } from '../queries/part.server.ts'

interface Reminded {
  id: string
  accountId: string
  organizationId: string
  number: number
  subject: string
  partId: string
  question: string
  function: MemberFunction
  dueOn: string
  isMissed: boolean
  ownerId: string | null
  guestId: string | null
  askedById: string
  assigneeId: string | null
}

/**
 * The job, each hour: tells who answers a part and who waits for it that its day is tomorrow or today, and once it is over.
 * The mark in the row is the lock: of two processes one tells.
 */
export async function remindOfParts(): Promise<void> {
  await unscopedPrisma().$transaction(async (tx) => {
    for (const each of await mark(tx)) {
      const {
        partId,
        question,
        function: fn,
        dueOn,
        isMissed,
        ownerId,
        guestId,
        askedById,
        assigneeId,
        ...known
      } = each
      const answers = await whoAnswers(tx, known, { ownerId, guestId, fn })
      const told = [...new Set([...answers, askedById, ...(assigneeId ? [assigneeId] : [])])]
      const payload = { ...namedConsultation(known), told, partId, question, function: fn, dueOn }
      const event = isMissed ? partEvents.partMissed : partEvents.partSoon
      await record(tx, null, event(known, payload, 'supplier'))
    }
  })
}

/** The owner, or the function. A guest is told by mail alone (see guests/jobs/tell.server.ts). */
async function whoAnswers(
  tx: Tx,
  known: Pick<Reminded, 'id' | 'accountId'>,
  { ownerId, guestId, fn }: Pick<Reminded, 'ownerId' | 'guestId'> & { fn: MemberFunction },
): Promise<string[]> {
  if (ownerId && (await readsPart(tx, known, ownerId))) return [ownerId]
  if (guestId && (await findContributor(tx, known, guestId))) return []
  return membersOf(tx, known.accountId, fn)
}

/** Those of which somebody is told now. What was handed in, and what nobody can answer any more, is not among them. */
function mark(tx: Tx) {
  return tx.$queryRaw<Reminded[]>`
    WITH due AS (
      SELECT p.id, p.due_on < today.at AS missed
      FROM consultation_part p
      JOIN consultation c ON c.id = p.consultation_id AND c.status NOT IN ('answered', 'accepted', 'closed', 'merged')
      JOIN account a ON a.id = c.account_id AND a.closed_at IS NULL
      JOIN organization o ON o.id = c.organization_id
      CROSS JOIN LATERAL (SELECT (${now()}::timestamptz AT TIME ZONE o.time_zone)::date AS at) AS today
      WHERE p.contributed_at IS NULL AND p.withdrawn_at IS NULL AND p.assembly_id IS NULL
        AND ((p.reminded_at IS NULL AND p.due_on BETWEEN today.at AND today.at + 1)
          OR (p.missed_at IS NULL AND p.due_on < today.at))
      FOR UPDATE OF p SKIP LOCKED),
    told AS (
      UPDATE consultation_part p SET reminded_at = ${now()}::timestamptz,
             missed_at = CASE WHEN due.missed THEN ${now()}::timestamptz END
      FROM due WHERE p.id = due.id
      RETURNING p.*, due.missed)
    SELECT c.id, c.account_id AS "accountId", c.organization_id AS "organizationId", c.number, c.subject,
           t.id AS "partId", t.question, t.function, to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", t.missed AS "isMissed",
           t.owner_id AS "ownerId", t.guest_id AS "guestId", t.asked_by_id AS "askedById", c.assignee_id AS "assigneeId"
    FROM told t JOIN consultation c ON c.id = t.consultation_id ORDER BY t.id`
}
