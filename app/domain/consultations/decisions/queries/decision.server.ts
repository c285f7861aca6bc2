import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'

const person = { select: { id: true, name: true } } satisfies { select: Prisma.MembershipSelect }

/** The latest record and rating of a consultation, as relations in the select of whatever shows them. */
export const decisionsOf = {
  decisions: {
    orderBy: { id: 'desc' },
    take: 1,
    select: {
      ...{ id: true, messageId: true, part: true, revision: true, conditions: true, validUntil: true },
      ...{ createdAt: true, approver: person, recordedBy: person },
    },
  },
  ratings: {
    orderBy: { id: 'desc' },
    take: 1,
    select: { id: true, messageId: true, steps: true, word: true, createdAt: true, ratedBy: person },
  },
} satisfies Prisma.ConsultationSelect

type Row = Prisma.ConsultationGetPayload<{ select: typeof decisionsOf }>
export type ShownDecision = Omit<Row['decisions'][number], 'validUntil'> & { validUntil: string | null }
export type ShownRating = Row['ratings'][number]

/** Those of an answer; what was said of an earlier answer is history. */
export function decisionOf(row: Row, messageId: string | null) {
  const decision = row.decisions.find((each) => each.messageId === messageId)
  const rating = row.ratings.find((each) => each.messageId === messageId)
  return { decision: decision ? shown(decision) : null, rating: rating ?? null }
}

const shown = ({ validUntil, ...decision }: Row['decisions'][number]): ShownDecision => ({
  ...decision,
  validUntil: validUntil?.toISOString().slice(0, 10) ?? null,
})

/** The present record of an answer, for whoever writes it anew or accepts. */
export async function findDecision(
  consultationId: string,
  messageId: string | null,
  db: Database = prisma,
): Promise<ShownDecision | null> {
  const row = await db.consultation.findUnique({
    relationLoadStrategy: 'join',
    where: { id: consultationId },
    select: decisionsOf,
  })
  return row ? decisionOf(row, messageId).decision : null
}
