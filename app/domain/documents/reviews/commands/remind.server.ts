import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { documentNumber } from '../../kinds.ts'
import { reviewEvents } from '../events.ts'
import { afterWorkingDays } from '../local-time.ts'
import { stateOf } from '../queries/round.server.ts'
import { reminderWorkingDays } from '../review.ts'

const day = 86_400_000

/**
 * Reminds the reviewers who have not decided two working days after they were asked, each once, as the system. Any
 * number of processes may run this at once.
 */
export async function remindReviewers(): Promise<void> {
  const waiting = await listWaiting()
  const zones = await zonesOf(waiting.map((each) => each.organizationId))
  const byVersion = new Map<string, string[]>()
  for (const { id, versionId, organizationId, addedAt } of waiting) {
    const zone = zones.get(organizationId) ?? 'UTC'
    if (afterWorkingDays(addedAt, reminderWorkingDays, zone) > now()) continue
    byVersion.set(versionId, [...(byVersion.get(versionId) ?? []), id])
  }
  for (const [versionId, reviewIds] of byVersion) {
    await unscopedPrisma().$transaction((tx) => remind(tx, versionId, reviewIds))
  }
}

async function listWaiting() {
  const rounds = await unscopedPrisma().documentReviewRound.findMany({
    where: {
      closedAt: null,
      version: { status: 'submitted' },
      reviews: {
        some: {
          role: 'reviewer',
          remindedAt: null,
          addedAt: { lte: new Date(now().getTime() - reminderWorkingDays * day) },
        },
      },
    },
    select: {
      versionId: true,
      organizationId: true,
      namedNeeded: true,
      functionNeeded: true,
      reviews: {
        select: {
          id: true,
          memberId: true,
          role: true,
          origin: true,
          addedAt: true,
          remindedAt: true,
          member: { select: { deactivatedAt: true } },
        },
      },
      decisions: { select: { memberId: true, verdict: true } },
      checklist: { select: { checkedAt: true } },
    },
    orderBy: { submittedAt: 'asc' },
    take: 1000,
  })
  return rounds
    .filter((round) => stateOf(round).waitingFor > 0)
    .flatMap(({ versionId, organizationId, reviews, decisions }) => {
      const decided = new Set(decisions.map((each) => each.memberId))
      return reviews
        .filter((each) => each.role === 'reviewer' && !each.remindedAt && !each.member.deactivatedAt)
        .filter((each) => !decided.has(each.memberId))
        .map(({ id, addedAt }) => ({ id, addedAt, versionId, organizationId }))
    })
}

async function zonesOf(organizationIds: string[]): Promise<Map<string, string>> {
  const organizations = await unscopedPrisma().organization.findMany({
    where: { id: { in: [...new Set(organizationIds)] } },
    select: { id: true, timeZone: true },
  })
  return new Map(organizations.map(({ id, timeZone }) => [id, timeZone]))
}

/** Only those who were not reminded yet hear it: the rows are marked in the transaction of the event. */
async function remind(tx: Tx, versionId: string, reviewIds: string[]): Promise<void> {
  const marked = await tx.$queryRaw<{ memberId: string }[]>`
    UPDATE document_review SET reminded_at = ${now()}
    WHERE id = ANY (${reviewIds}::uuid[]) AND reminded_at IS NULL RETURNING member_id AS "memberId"`
  if (marked.length === 0) return
  const { version, title, document } = await tx.documentVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: {
      version: true,
      title: true,
      document: { select: { id: true, organizationId: true, kind: true, number: true } },
    },
  })
  const named = { number: documentNumber(document.kind, document.number), title, version }
  const payload = { ...named, memberIds: marked.map((each) => each.memberId) }
  await record(tx, null, reviewEvents.reviewReminded(document, payload, 'supplier'))
}
