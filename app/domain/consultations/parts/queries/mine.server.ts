import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { consultationNumber } from '../../consultation.ts'
import { canMove, consultationMoves } from '../../moves.ts'
import { visibleConsultationsSql } from '../../scope.server.ts'
import { partPolicy } from '../policy.ts'

const answerable = (Object.keys(consultationMoves) as (keyof typeof consultationMoves)[]).filter((status) =>
  canMove(status, 'answer'),
)

/**
 * The parts `p` of consultations `c` that wait for the actor: the own ones, and those of the own functions which nobody has, or
 * somebody, or a guest, who has left.
 */
const waiting = (actor: Actor): Prisma.Sql => Prisma.sql`
  consultation_part p JOIN consultation c ON c.id = p.consultation_id
  WHERE p.contributed_at IS NULL AND p.withdrawn_at IS NULL AND p.assembly_id IS NULL
    AND c.status = ANY (${answerable}::consultation_status[]) AND ${visibleConsultationsSql(actor)}
    AND (p.owner_id = ${actor.membershipId}::uuid
         OR p.function = ANY (${actor.functions}::member_function[])
            AND (p.owner_id IS NULL OR EXISTS (
              SELECT 1 FROM membership o WHERE o.id = p.owner_id AND o.deactivated_at IS NOT NULL))
            AND NOT EXISTS (SELECT 1 FROM consultation_guest g
                            WHERE g.id = p.guest_id AND g.ended_at IS NULL AND g.ends_at > ${now()}::timestamptz))`

/** How many there are, up to a hundred; as a part of a statement. */
export const countOfMine = (actor: Actor): Prisma.Sql =>
  partPolicy.see(actor)
    ? Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${waiting(actor)} LIMIT 100) AS found)`
    : Prisma.sql`0`

export interface WaitingPart {
  id: string
  consultationId: string
  number: string
  subject: string
  question: string
  /** 2026-12-24 */
  dueOn: string
  isOverdue: boolean
  /** Its function's: nobody has it. */
  isOpen: boolean
}

/**
 * What the actor is asked to contribute, the earliest day first.
 * @throws NotFound for the customer, who has no parts
 */
export async function listMyParts(actor: Actor, db: Database = prisma): Promise<WaitingPart[]> {
  if (!partPolicy.see(actor)) throw new NotFound()
  const rows = await db.$queryRaw<(Omit<WaitingPart, 'number'> & { number: number })[]>`
    SELECT p.id, c.id AS "consultationId", c.number, c.subject, p.question,
           to_char(p.due_on, 'YYYY-MM-DD') AS "dueOn", p.owner_id IS DISTINCT FROM ${actor.membershipId}::uuid AS "isOpen",
           p.due_on < (SELECT (${now()}::timestamptz AT TIME ZONE o.time_zone)::date FROM organization o
                       WHERE o.id = ${actor.organizationId}::uuid) AS "isOverdue"
    FROM ${waiting(actor)}
    ORDER BY p.due_on, p.id LIMIT 100`
  return rows.map(({ number, ...row }) => ({ ...row, number: consultationNumber(number) }))
}
