import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { consultationNumber } from '../consultation.ts'
import { standingOf } from '../participants/standing.ts'
import { visibleConsultations } from '../scope.server.ts'

const known = (actor: Actor) => {
  const { account, participants } = standingOf(actor)
  return {
    id: true,
    accountId: true,
    organizationId: true,
    number: true,
    subject: true,
    status: true,
    urgency: true,
    function: true,
    askedById: true,
    assigneeId: true,
    productId: true,
    answerMessageId: true,
    acceptedMessageId: true,
    account: { select: { closedAt: true, ...account } },
    participants,
    product: { select: { number: true } },
    mergedHere: { select: { consultationId: true, askedById: true } },
    merges: { select: { intoId: true, statusBefore: true, mergedAt: true } },
  } satisfies Prisma.ConsultationSelect
}

export type KnownConsultation = Prisma.ConsultationGetPayload<{ select: ReturnType<typeof known> }>

/**
 * What a command has to know of a consultation.
 * @throws NotFound
 */
export async function getConsultation(
  actor: Actor,
  id: string,
  db: Database = prisma,
): Promise<KnownConsultation> {
  const consultation = await db.consultation.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: requireId(id) }, visibleConsultations(actor)] },
    select: known(actor),
  })
  if (!consultation) throw new NotFound()
  return consultation
}

/** What the sentence of every event names. */
export function namedConsultation(consultation: { number: number; subject: string }) {
  return { number: consultationNumber(consultation.number), subject: consultation.subject }
}

/** Those of the ids that name a consultation which the actor sees. */
export async function findVisibleConsultations(
  actor: Actor,
  ids: string[],
  db: Database = prisma,
): Promise<string[]> {
  const found = await db.consultation.findMany({
    where: { AND: [{ id: { in: ids } }, visibleConsultations(actor)] },
    select: { id: true },
  })
  return found.map((each) => each.id)
}
