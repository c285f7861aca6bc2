import type { Actor } from '#app/domain/access/actor.ts'
import { comparisonNumber, undecided } from '#app/domain/comparisons/comparison.ts'
import { makesComparisons } from '#app/domain/comparisons/policy.ts'
import { toApprove, visibleComparisons } from '#app/domain/comparisons/scope.server.ts'
import { listWaitingRequests } from '#app/domain/documents/acknowledgements/queries/waiting.server.ts'
import { listOwnReviews } from '#app/domain/documents/citations/queries/dependants.server.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import { listWaitingVersions } from '#app/domain/documents/reviews/queries/waiting.server.ts'
import { paths } from '#app/paths.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { citationSources } from './citation-sources.server.ts'
import { waitingConsultations } from './consultations.server.ts'
import { glanceOf, type UnreadDocument } from './glance.server.ts'
import type { WaitingItem } from './waiting.ts'

const shownOfEach = 8

function otherName(
  actor: Actor,
  account: { supplier: { name: string }; customer: { name: string } },
): string {
  return actor.side === 'supplier' ? account.customer.name : account.supplier.name
}

const accountNames = {
  select: { supplier: { select: { name: true } }, customer: { select: { name: true } } },
}

/** Versions that the actor is to review or to release. */
async function waitingVersions(actor: Actor): Promise<WaitingItem[]> {
  if (actor.side === 'customer') return []
  const waiting = await listWaitingVersions(actor)
  return waiting.slice(0, shownOfEach).map(({ version, ...item }) => ({
    ...item,
    href: item.reason === 'toReview' ? paths.documentReview(item.id, version) : paths.document(item.id),
    organization: null,
  }))
}

/** What was released to a customer and not opened yet. */
function unreadDocument(row: UnreadDocument): WaitingItem {
  return {
    id: row.id,
    reason: 'toRead',
    number: documentNumber(row.kind, row.number),
    title: row.title,
    href: paths.document(row.id),
    organization: null,
    since: new Date(row.releasedAt ?? row.updatedAt),
  }
}

/** Drafts that a colleague has prepared and asks the actor to approve. */
async function comparisonsToApprove(actor: Actor): Promise<WaitingItem[]> {
  if (!makesComparisons(actor)) return []
  const rows = await prisma.comparison.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleComparisons(actor), toApprove(actor)] },
    select: {
      id: true,
      number: true,
      title: true,
      approvalAskedAt: true,
      updatedAt: true,
      account: accountNames,
    },
    orderBy: [{ approvalAskedAt: 'asc' }, { id: 'asc' }],
    take: shownOfEach,
  })
  return rows.map((row) => ({
    id: row.id,
    reason: 'toApprove',
    number: comparisonNumber(row.number),
    title: row.title,
    href: paths.comparison(row.id),
    organization: otherName(actor, row.account),
    since: row.approvalAskedAt ?? row.updatedAt,
  }))
}

/** Shared comparisons that the actor's side has not signed as they stand, for those who may sign. */
async function waitingComparisons(actor: Actor): Promise<WaitingItem[]> {
  const signs = actor.side === 'supplier' ? 'account_management' : 'purchasing'
  if (!actor.functions.includes(signs)) return []
  const rows = await prisma.comparison.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleComparisons(actor), { status: { in: undecided } }] },
    select: {
      id: true,
      number: true,
      title: true,
      revision: true,
      updatedAt: true,
      account: accountNames,
      signatures: { where: { side: actor.side }, select: { revision: true } },
    },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    take: shownOfEach,
  })
  return rows
    .filter((row) => !row.signatures.some(({ revision }) => revision === row.revision))
    .map((row) => ({
      id: row.id,
      reason: 'toSign',
      number: comparisonNumber(row.number),
      title: row.title,
      href: paths.comparison(row.id),
      organization: otherName(actor, row.account),
      since: row.updatedAt,
    }))
}

/** Versions that the actor is asked to acknowledge, or to answer, the nearest deadline first. */
async function waitingRequests(actor: Actor): Promise<WaitingItem[]> {
  const rows = await listWaitingRequests(actor, shownOfEach)
  return rows.map(({ documentId, version, ...row }) => ({
    ...row,
    href:
      row.reason === 'toAcknowledge'
        ? paths.document(documentId, version)
        : paths.documentAcknowledgement(documentId, version),
  }))
}

/** Texts that rely on what has a new version. */
async function waitingReviews(actor: Actor): Promise<WaitingItem[]> {
  const reviews = await listOwnReviews(actor, citationSources(actor), shownOfEach)
  return reviews.map(({ id, document, createdAt }) => ({
    id,
    reason: 'toCheck',
    number: document.number,
    title: document.title,
    href: paths.documentDependants(document.id),
    organization: null,
    since: createdAt,
  }))
}

/** What waits for the actor, the longest waiting first within each kind. */
export async function listWaiting(actor: Actor): Promise<WaitingItem[]> {
  const glance = glanceOf(actor, shownOfEach)
  const kinds = await Promise.all([
    glance.then(({ isAsked }) => (isAsked ? waitingRequests(actor) : [])),
    waitingConsultations(actor, shownOfEach),
    comparisonsToApprove(actor),
    waitingComparisons(actor),
    waitingVersions(actor),
    glance.then(({ unread }) => unread.map((row) => unreadDocument(row))),
    glance.then(({ isReviewing }) => (isReviewing ? waitingReviews(actor) : [])),
  ])
  return kinds.flat()
}
