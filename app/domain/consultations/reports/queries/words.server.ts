import type { Actor } from '#app/domain/access/actor.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { consultationNumber } from '../../consultation.ts'
import type { AskedReport } from '../asked.ts'
import { counted, within } from './scope.server.ts'

/** So many words are listed, the latest first. */
export const wordsShown = 20

export interface SaidWord {
  id: string
  number: string
  steps: number
  word: string
  at: Date
}

/** What was said beside the ratings that count, of consultations that the actor sees: they are read there by both sides. */
export async function listWords(
  actor: Actor,
  asked: AskedReport,
  db: Database = prisma,
): Promise<SaidWord[]> {
  const urgency = asked.urgency ? Prisma.sql`c.urgency = ${asked.urgency}::urgency` : Prisma.sql`true`
  const rows = await db.$queryRaw<(Omit<SaidWord, 'number'> & { number: number })[]>`
    SELECT c.id, c.number, g.steps, g.word, g.created_at AS at
    FROM consultation_rating g JOIN consultation c ON c.id = g.consultation_id
    WHERE g.word <> '' AND c.status <> 'merged' AND ${within(actor, asked, Prisma.sql`c.created_at`)} AND ${urgency}
      AND ${counted(actor, asked)}
      AND NOT EXISTS (SELECT 1 FROM consultation_rating n WHERE n.consultation_id = g.consultation_id AND n.id > g.id)
    ORDER BY g.id DESC LIMIT ${wordsShown}::int`
  return rows.map((row) => ({ ...row, number: consultationNumber(row.number) }))
}
