import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { authorIds, isAuthor } from '../../authorship.ts'
import { underWay } from '../../document.ts'
import { documentPolicy } from '../../policy.ts'
import { getDocument } from '../../queries/document.server.ts'
import { getSubmitted } from '../../queries/submitted.server.ts'
import { tabsOf } from '../../queries/tabs.server.ts'
import { reviewPolicy } from '../policy.ts'
import { findOpenRound, type RoundRow, roundFacts, stateOf } from './round.server.ts'
import { listReviewCandidates } from './rules.server.ts'

/**
 * The review of a version, with its rounds, the newest first. Without a number it is that of the version under way, or
 * of the newest one.
 * @throws NotFound for a customer as well: it does not know that there are reviews.
 */
export async function getReviewPage(actor: Actor, documentId: string, number: number | null) {
  const document = await getDocument(actor, documentId)
  if (!reviewPolicy.see(actor, document)) throw new NotFound()
  const wanted = document.versions.find((each) => each.version === number)
  const version = number === null ? document.versions[0] : wanted
  if (!version) throw new NotFound()
  const [rounds, scheduled] = await Promise.all([
    prisma.documentReviewRound.findMany({
      relationLoadStrategy: 'join',
      where: { versionId: version.id },
      select: roundFacts,
      orderBy: { number: 'desc' },
    }),
    prisma.documentScheduledRelease.findUnique({
      where: { versionId: version.id },
      select: { releaseAt: true, decidedBy: { select: { id: true, name: true } } },
    }),
  ])
  const open = rounds.find((round) => round.closedAt === null) ?? null
  const abilities = abilitiesOf(actor, document, { version, open, isPlanned: scheduled !== null })
  const asked = open?.reviews.filter((each) => each.role === 'reviewer').map((each) => each.memberId) ?? []
  return {
    document: { id: document.id, number: document.number },
    version: {
      version: version.version,
      title: version.title,
      language: version.language,
      status: version.status,
      submittedAt: version.submittedAt,
      isUnderWay: underWay.includes(version.status),
    },
    tabs: tabsOf(actor, document, version),
    rounds: rounds.map((round) => ({ ...round, state: stateOf(round) })),
    scheduled,
    abilities,
    candidates: abilities.addReviewers
      ? await listReviewCandidates(actor, [...authorIds(version), ...asked])
      : [],
  }
}

/** What the actor may do about it now. */
function abilitiesOf(
  actor: Actor,
  document: Document,
  { version, open, isPlanned }: { version: Version; open: RoundRow | null; isPlanned: boolean },
) {
  const isWaiting = version.status === 'submitted'
  const hasDecided = open?.decisions.some((each) => each.memberId === actor.membershipId)
  const mayRelease = documentPolicy.release(actor, document, version)
  const isOwn = isAuthor(actor.membershipId, version)
  return {
    approve: isWaiting && !hasDecided && reviewPolicy.review(actor, document, version),
    check: isWaiting && open !== null && reviewPolicy.check(actor, document, version),
    addReviewers: isWaiting && open !== null && reviewPolicy.addReviewers(actor, document, version),
    return: isWaiting && documentPolicy.return(actor, document, version),
    release: isWaiting && mayRelease,
    cancel: isPlanned && (mayRelease || isOwn),
    isAuthor: isOwn,
  }
}
type Document = Awaited<ReturnType<typeof getDocument>>
type Version = Document['versions'][number]

export type ReviewPage = Awaited<ReturnType<typeof getReviewPage>>
export type ShownRound = ReviewPage['rounds'][number]

/**
 * The submission that the actor was asked to review and has not decided.
 * @throws NotFound, Forbidden; Conflict when none waits
 */
export async function requireToApprove(actor: Actor, documentId: string) {
  const { document, version } = await getSubmitted(actor, documentId)
  authorize(reviewPolicy.review(actor, document, version))
  const round = await findOpenRound(version.id)
  if (round?.decisions.some((each) => each.memberId === actor.membershipId)) {
    throw new Conflict('reviews:error.decided')
  }
  const { version: number, title, submittedAt } = version
  return {
    document: { id: document.id, number: document.number },
    version: { version: number, title, submittedAt },
    openItems: stateOf(round).openItems,
  }
}
