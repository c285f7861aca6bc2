import type { Actor } from '#app/domain/access/actor.ts'
import { accountName, getAccount, listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { listFamilies } from '#app/domain/accounts/queries/products.server.ts'
import { visibleColleagues } from '#app/domain/accounts/scope.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { TryInput } from '../forms.ts'
import { routeQuestion } from './route.server.ts'
import { listRules } from './rules.server.ts'

/** Among what one can ask to see who would get it. */
export async function listTryChoices(actor: Actor, db: Database = prisma) {
  const [accounts, families] = await Promise.all([
    listAccounts(actor, db),
    listFamilies(actor, actor.organizationId, db),
  ])
  const own = accounts.filter(({ supplierId, closedAt }) => supplierId === actor.organizationId && !closedAt)
  return {
    accounts: own.map((each) => ({ id: each.id, name: accountName(actor, each) })),
    families: families.map(({ id, code, name }) => ({ id, code, name })),
  }
}
export type TryChoices = Awaited<ReturnType<typeof listTryChoices>>

/**
 * Who would get such a question now, and everybody who would be passed over, in order.
 * @throws NotFound
 */
export async function tryRouting(actor: Actor, input: TryInput, db: Database = prisma) {
  const account = await getAccount(actor, input.accountId, db)
  if (account.supplierId !== actor.organizationId) throw new NotFound()
  const { function: fn, language, familyId = null } = input
  const route = await routeQuestion(db, account, { function: fn, language, familyId })
  const [members, rules] = await Promise.all([
    db.membership.findMany({ where: visibleColleagues(actor), select: { id: true, name: true }, take: 2000 }),
    listRules(actor, db),
  ])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? '') : '')
  return {
    takenBy: nameOf(route.taken?.membershipId ?? null),
    considered: route.considered.map(({ membershipId, ruleId, insteadOf, outcome }, index) => ({
      key: `${index} ${membershipId}`,
      name: nameOf(membershipId),
      /** Of the rule in the list, from 1; null for the coverage matrix. */
      place: ruleId ? rules.findIndex(({ id }) => id === ruleId) + 1 : null,
      insteadOf: nameOf(insteadOf),
      outcome,
    })),
  }
}
export type Tried = Awaited<ReturnType<typeof tryRouting>>
