import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { DocumentReviewRule } from '#app/platform/database/client/client.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { isAuthor } from '../../authorship.ts'
import type { VersionRecord } from '../../queries/document.server.ts'
import { findOpenRound, stateOf } from '../queries/round.server.ts'
import type { ReviewOrigin, ReviewRole } from '../review.ts'
import { mostSpecificRule } from '../rule.ts'
import { visibleReviewRules } from '../scope.server.ts'

interface Submitted {
  documentId: string
  version: VersionRecord
  at: Date
}

/**
 * Begins the round of a submission: the rule that holds for the document says who reviews, who approves and what is
 * checked. Never the author, never somebody who has left.
 * @throws Conflict when nobody of those whom the rule names can approve it.
 */
export async function openRound(tx: Tx, actor: Actor, { documentId, version, at }: Submitted): Promise<void> {
  const rule = await findRule(tx, actor, documentId)
  const owner = { versionId: version.id, organizationId: actor.organizationId }
  const asked = rule ? await whoIsAsked(tx, actor, { rule, version }) : []
  const rounds = await tx.documentReviewRound.count({ where: { versionId: version.id } })
  const { id: roundId } = await tx.documentReviewRound.create({
    data: {
      ...owner,
      documentId,
      number: rounds + 1,
      submittedById: actor.membershipId,
      submittedAt: at,
      ...(rule && neededBy(rule, version)),
    },
    select: { id: true },
  })
  const by = { ...owner, roundId, addedById: actor.membershipId, addedAt: at }
  await tx.documentReview.createMany({ data: asked.map((each) => ({ ...by, ...each })) })
  const items = (rule?.checklist ?? []).map((text, position) => ({ ...owner, roundId, text, position }))
  await tx.documentChecklistItem.createMany({ data: items })
}

async function findRule(tx: Tx, actor: Actor, documentId: string): Promise<DocumentReviewRule | null> {
  const rules = await tx.documentReviewRule.findMany({ where: visibleReviewRules(actor) })
  if (rules.length === 0) return null
  const family = { select: { id: true, code: true } }
  const { kind, families, products, variants } = await tx.document.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: documentId },
    select: {
      kind: true,
      families: { select: { family } },
      products: { select: { product: { select: { family } } } },
      variants: { select: { variant: { select: { product: { select: { family } } } } } },
    },
  })
  const concerned = [
    ...families.map((each) => each.family),
    ...products.map(({ product }) => product.family),
    ...variants.map(({ variant }) => variant.product.family),
  ].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  return mostSpecificRule(rules, { kind, familyIds: [...new Set(concerned.map(({ id }) => id))] })
}

/** So many the rule wants. Somebody who is named so that it passes through its hands, and wrote it, is not missing. */
function neededBy(rule: DocumentReviewRule, version: VersionRecord) {
  const others = rule.reviewerIds.filter((id) => !isAuthor(id, version))
  return {
    namedNeeded: others.length,
    reviewerFunction: rule.reviewerFunction,
    functionNeeded: rule.reviewerFunction ? rule.reviewerCount : 0,
  }
}

async function whoIsAsked(
  tx: Tx,
  actor: Actor,
  { rule, version }: { rule: DocumentReviewRule; version: VersionRecord },
): Promise<{ memberId: string; role: ReviewRole; origin: ReviewOrigin }[]> {
  const { reviewerIds, reviewerFunction, approverId, approverFunction } = rule
  const members = await tx.membership.findMany({
    where: { organizationId: actor.organizationId, side: 'supplier', deactivatedAt: null },
    select: { id: true, functions: true },
    orderBy: { id: 'asc' },
  })
  const others = members.filter(({ id }) => !isAuthor(id, version))
  const having = (wanted: typeof reviewerFunction) =>
    others.filter(({ functions }) => wanted !== null && functions.includes(wanted)).map(({ id }) => id)
  const approvers = approverFunction
    ? having(approverFunction)
    : others.filter(({ id }) => id === approverId).map(({ id }) => id)
  if ((approverId || approverFunction) && approvers.length === 0) {
    throw new Conflict('documents:error.noApprover')
  }
  const named = others.filter(({ id }) => reviewerIds.includes(id)).map(({ id }) => id)
  const byFunction = having(reviewerFunction).filter((id) => !named.includes(id))
  return [
    ...named.map((memberId) => ({ memberId, role: 'reviewer' as const, origin: 'named' as const })),
    ...byFunction.map((memberId) => ({ memberId, role: 'reviewer' as const, origin: 'function' as const })),
    ...approvers.map((memberId) => ({
      memberId,
      role: 'approver' as const,
      origin: approverFunction ? ('function' as const) : ('named' as const),
    })),
  ]
}

/** Ends what was open about a version that leaves its review: the round, and a release that was planned. */
export async function closeRound(tx: Tx, versionId: string): Promise<void> {
  await tx.documentReviewRound.updateMany({ where: { versionId, closedAt: null }, data: { closedAt: now() } })
  await tx.documentScheduledRelease.deleteMany({ where: { versionId } })
}

/**
 * Refuses a release before its review is done.
 * @throws Conflict that says what is missing.
 */
export async function requireReviewed(tx: Tx, versionId: string): Promise<void> {
  const { missing, waitingFor, openItems } = stateOf(await findOpenRound(versionId, tx))
  if (missing > 0) throw new Conflict('documents:error.reviewersMissing', { count: missing })
  if (waitingFor > 0) throw new Conflict('documents:error.reviewOpen', { count: waitingFor })
  if (openItems > 0) throw new Conflict('documents:error.checklistOpen', { count: openItems })
}
