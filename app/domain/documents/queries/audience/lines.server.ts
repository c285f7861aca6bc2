import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { visibleAccounts, visibleFamilies, visibleVariants } from '#app/domain/accounts/scope.server.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import type { ReachInput } from '../../forms.ts'

export interface WrittenLine {
  accountId: string | null
  familyId: string | null
  variantId: string | null
  functions: MemberFunction[]
}

type Chosen = Pick<ReachInput, 'everyAccount' | 'accountIds' | 'functions'> &
  Partial<Pick<ReachInput, 'onlyFamilyIds' | 'onlyVariantIds'>>

/**
 * The lines of an audience as a person chose it: each account, or every one; narrowed to accounts with a variant of one
 * of the families or with one of the variants. A variant stands under the account that it is made for.
 * @throws Invalid for what does not exist for the actor, and for a variant of an account that is not chosen.
 */
export async function linesOf(db: Database, actor: Actor, input: Chosen): Promise<WrittenLine[]> {
  const accountIds: (string | null)[] = input.everyAccount
    ? [null]
    : await ownAccounts(db, actor, input.accountIds)
  if (accountIds.length === 0) return []
  const families = await ownFamilies(db, actor, { field: 'onlyFamilyIds', ids: input.onlyFamilyIds ?? [] })
  const variants = await ownVariants(db, actor, { field: 'onlyVariantIds', ids: input.onlyVariantIds ?? [] })
  if (!input.everyAccount && variants.some(({ accountId }) => !accountIds.includes(accountId))) {
    throw new Invalid('onlyVariantIds', 'documents:error.variantOfOther')
  }
  const functions = [...new Set(input.functions)]
  const isNarrowed = families.length + variants.length > 0
  const familyIds: (string | null)[] = isNarrowed ? families : [null]
  return [
    ...accountIds.flatMap((accountId) =>
      familyIds.map((familyId) => ({ accountId, familyId, variantId: null, functions })),
    ),
    ...variants.map((variant) => ({ ...variant, familyId: null, functions })),
  ]
}

async function ownAccounts(db: Database, actor: Actor, ids: string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await db.account.findMany({
    where: { AND: [visibleAccounts(actor), { id: { in: wanted }, closedAt: null }] },
    select: { id: true },
  })
  if (found.length !== wanted.length) throw new Invalid('accountIds', 'common:error.unknown')
  return wanted
}

interface Named {
  /** Of the form, for the message. */
  field: string
  ids: string[]
}

export async function ownFamilies(db: Database, actor: Actor, { field, ids }: Named): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await db.productFamily.findMany({
    where: { AND: [visibleFamilies(actor), { id: { in: wanted } }] },
    select: { id: true },
  })
  if (found.length !== wanted.length) throw new Invalid(field, 'common:error.unknown')
  return wanted
}

export async function ownVariants(
  db: Database,
  actor: Actor,
  { field, ids }: Named,
): Promise<{ variantId: string; accountId: string }[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await db.variant.findMany({
    where: { AND: [visibleVariants(actor), { id: { in: wanted }, organizationId: actor.organizationId }] },
    select: { id: true, accountId: true },
  })
  if (found.length !== wanted.length) throw new Invalid(field, 'common:error.unknown')
  return found.map(({ id, accountId }) => ({ variantId: id, accountId }))
}
