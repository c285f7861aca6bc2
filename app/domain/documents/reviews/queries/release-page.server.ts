import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { now } from '#app/platform/clock.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { documentPolicy } from '../../policy.ts'
import { getSubmitted } from '../../queries/submitted.server.ts'
import { localText } from '../local-time.ts'
import { previewReach } from './reach.server.ts'
import { findOpenRound, stateOf } from './round.server.ts'

/**
 * What one reads before a release: who will see it and who no longer, how its review stands, and the organization's
 * clocks.
 * @throws NotFound, Forbidden; Conflict when no version waits
 */
export async function getReleasePage(actor: Actor, documentId: string) {
  const { document, version } = await getSubmitted(actor, documentId)
  authorize(documentPolicy.release(actor, document, version))
  const [reach, round, { timeZone }] = await Promise.all([
    previewReach(actor, document),
    findOpenRound(version.id),
    prisma.organization.findUniqueOrThrow({
      where: { id: actor.organizationId },
      select: { timeZone: true },
    }),
  ])
  const decided = new Set(round?.decisions.map((each) => each.memberId))
  const waiting = (round?.reviews ?? []).filter(
    (each) => each.role === 'reviewer' && !each.member.deactivatedAt && !decided.has(each.memberId),
  )
  return {
    document: { id: document.id, number: document.number },
    version: {
      version: version.version,
      title: version.title,
      language: version.language,
      submittedAt: version.submittedAt,
    },
    reach,
    review: { ...stateOf(round), names: waiting.map((each) => each.member.name) },
    scheduled: version.scheduledRelease,
    zone: timeZone,
    /** The first minute that can be chosen: 2026-01-31T08:00. */
    earliest: localText(new Date(now().getTime() + 60_000), timeZone).replace(' ', 'T'),
  }
}
export type ReleasePage = Awaited<ReturnType<typeof getReleasePage>>
