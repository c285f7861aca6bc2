import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { listFamilies } from '#app/domain/accounts/queries/products.server.ts'
import { visibleColleagues } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleReviewRules } from '../scope.server.ts'

const rule = {
  id: true,
  kind: true,
  familyId: true,
  family: { select: { code: true, name: true } },
  reviewerIds: true,
  reviewerFunction: true,
  reviewerCount: true,
  approverId: true,
  approverFunction: true,
  approver: { select: { name: true, deactivatedAt: true } },
  checklist: true,
  updatedAt: true,
} satisfies Prisma.DocumentReviewRuleSelect

/**
 * One rule of the own organization.
 * @throws NotFound
 */
export async function getReviewRule(actor: Actor, id: string, db: Database = prisma) {
  const found = await db.documentReviewRule.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [visibleReviewRules(actor), { id: requireId(id) }] },
    select: rule,
  })
  if (!found) throw new NotFound()
  return found
}
export type ReviewRule = Awaited<ReturnType<typeof getReviewRule>>

/** The rules of the own organization, those for all kinds first, with the people that they name. */
export async function listReviewRules(actor: Actor, db: Database = prisma) {
  const rules = await db.documentReviewRule.findMany({
    relationLoadStrategy: 'join',
    where: visibleReviewRules(actor),
    select: rule,
    orderBy: [{ kind: { sort: 'asc', nulls: 'first' } }, { family: { code: 'asc' } }, { id: 'asc' }],
  })
  const members = await db.membership.findMany({
    where: { AND: [visibleColleagues(actor), { id: { in: rules.flatMap((each) => each.reviewerIds) } }] },
    select: { id: true, name: true, deactivatedAt: true },
  })
  const byId = new Map(members.map((member) => [member.id, member]))
  return rules.map((each) => ({
    ...each,
    reviewers: each.reviewerIds.flatMap((id) => byId.get(id) ?? []),
  }))
}
export type ListedRule = Awaited<ReturnType<typeof listReviewRules>>[number]

/** Among what a rule chooses: families and colleagues who are there. */
export async function listRuleChoices(actor: Actor, db: Database = prisma) {
  const [families, members] = await Promise.all([
    listFamilies(actor, actor.organizationId, db),
    listReviewCandidates(actor, [], db),
  ])
  return { families: families.map(({ id, code, name }) => ({ id, code, name })), members }
}
export type RuleChoices = Awaited<ReturnType<typeof listRuleChoices>>

/** The colleagues who can be asked: those who are there, without the ones named. */
export async function listReviewCandidates(actor: Actor, without: string[], db: Database = prisma) {
  return db.membership.findMany({
    where: { AND: [visibleColleagues(actor), { deactivatedAt: null, id: { notIn: without } }] },
    select: { id: true, name: true, functions: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
}
