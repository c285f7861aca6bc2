import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleColleagues, visibleFamilies } from '#app/domain/accounts/scope.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { isUniqueViolation, type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { reviewRuleEvents } from '../events.ts'
import type { ReviewRuleInput } from '../forms.ts'
import { reviewPolicy } from '../policy.ts'
import { getReviewRule } from '../queries/rules.server.ts'
import { approverOf, checklistOf } from '../rule.ts'

/** Writes a rule, a new one or in place of what `ruleId` says. It holds for what is submitted from then on. */
export async function writeReviewRule(
  actor: Actor,
  ruleId: string | null,
  input: ReviewRuleInput,
): Promise<void> {
  authorize(reviewPolicy.changeRules(actor))
  try {
    await transact(async (tx) => {
      const family = await ownFamily(tx, actor, input.familyId)
      const data = {
        ...(await readRule(tx, actor, input)),
        updatedAt: now(),
        updatedById: actor.membershipId,
      }
      const { organizationId } = actor
      const id = ruleId
        ? await replaceRule(tx, actor, { ruleId, seenAt: input.seenAt, data })
        : (await tx.documentReviewRule.create({ data: { ...data, organizationId }, select: { id: true } })).id
      const payload = { kind: input.kind ?? '', family: family ?? '' }
      await record(tx, actor, reviewRuleEvents.changed({ id, organizationId }, payload, 'supplier'))
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Invalid('kind', 'reviews:error.ruleExists')
    throw error
  }
}

/** From here on the next less specific rule holds; what is under review keeps those who were asked. */
export async function removeReviewRule(actor: Actor, ruleId: string): Promise<void> {
  authorize(reviewPolicy.changeRules(actor))
  await transact(async (tx) => {
    const { id, kind, family } = await getReviewRule(actor, ruleId, tx)
    await tx.documentReviewRule.deleteMany({ where: { id } })
    const subject = { id, organizationId: actor.organizationId }
    const payload = { kind: kind ?? '', family: family?.code ?? '' }
    await record(tx, actor, reviewRuleEvents.removed(subject, payload, 'supplier'))
  })
}

type RuleData = Awaited<ReturnType<typeof readRule>> & { updatedAt: Date; updatedById: string }

async function replaceRule(
  tx: Tx,
  actor: Actor,
  { ruleId, seenAt, data }: { ruleId: string; seenAt: Date | undefined; data: RuleData },
): Promise<string> {
  const { id, updatedAt } = await getReviewRule(actor, ruleId, tx)
  const { count } = await tx.documentReviewRule.updateMany({
    where: { id, updatedAt: seenAt ?? updatedAt },
    data,
  })
  if (count !== 1) throw new Conflict('common:error.changed')
  return id
}

async function readRule(tx: Tx, actor: Actor, input: ReviewRuleInput) {
  const { approverId, approverFunction } = approverOf(input.approver)
  const reviewerIds = [...new Set(input.reviewerIds)]
  await requireColleagues(tx, actor, { field: 'reviewerIds', ids: reviewerIds })
  if (approverId) await requireColleagues(tx, actor, { field: 'approver', ids: [approverId] })
  return {
    kind: input.kind ?? null,
    familyId: input.familyId ?? null,
    reviewerIds,
    reviewerFunction: input.reviewerFunction ?? null,
    reviewerCount: input.reviewerFunction ? input.reviewerCount : 0,
    approverId,
    approverFunction,
    checklist: checklistOf(input.checklist),
  }
}

/** Ids from a form are resolved through the own organization's people before they are written. */
async function requireColleagues(
  tx: Tx,
  actor: Actor,
  { field, ids }: { field: string; ids: string[] },
): Promise<void> {
  const found = await tx.membership.count({
    where: { AND: [visibleColleagues(actor), { id: { in: ids }, deactivatedAt: null }] },
  })
  if (found !== ids.length) throw new Invalid(field, 'reviews:error.notThere')
}

async function ownFamily(tx: Tx, actor: Actor, id: string | undefined): Promise<string | null> {
  if (!id) return null
  const family = await tx.productFamily.findFirst({
    where: { AND: [visibleFamilies(actor), { id }] },
    select: { code: true },
  })
  if (!family) throw new Invalid('familyId', 'common:error.unknown')
  return family.code
}
