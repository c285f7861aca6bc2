import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { documentPolicy } from '../policy.ts'
import { getDocument } from '../queries/document.server.ts'
import { namesOf } from './audience-shown.ts'
import { type Sight, whySeen } from './why.ts'

/** So many people are offered; beyond it one is found by the name. */
export const lookersLimit = 500

const looker = {
  id: true,
  name: true,
  side: true,
  functions: true,
  organizationId: true,
  deactivatedAt: true,
  organization: {
    select: {
      name: true,
      customerAccounts: {
        select: {
          id: true,
          supplierId: true,
          closedAt: true,
          variants: { select: { product: { select: { familyId: true } } } },
        },
      },
    },
  },
} satisfies Prisma.MembershipSelect
type Row = Prisma.MembershipGetPayload<{ select: typeof looker }>

export interface Looker {
  membershipId: string
  name: string
  organizationName: string
  functions: Row['functions']
  isActive: boolean
}

/** The customers' members of the accounts that the actor may enter. */
function lookersOf(actor: Actor): Prisma.MembershipWhereInput {
  return { side: 'customer', organization: { customerAccounts: { some: visibleAccounts(actor) } } }
}

/** The people of whom may be asked, by organization and name; `q` is a part of either. */
export async function listLookers(actor: Actor, q: string, db: Database = prisma): Promise<Looker[]> {
  const part = { contains: q.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const
  const named: Prisma.MembershipWhereInput = q
    ? { OR: [{ name: part }, { organization: { name: part } }] }
    : {}
  const rows = await db.membership.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [lookersOf(actor), named] },
    select: looker,
    orderBy: [{ organization: { name: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
    take: lookersLimit,
  })
  return rows.map(shown)
}

function findLooker(actor: Actor, id: string, db: Database): Promise<Row | null> {
  return db.membership.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, lookersOf(actor)] },
    select: looker,
  })
}

const shown = ({ id, name, functions, organization, deactivatedAt }: Row): Looker => ({
  membershipId: id,
  name,
  functions,
  organizationName: organization.name,
  isActive: deactivatedAt === null,
})

/**
 * Why a customer's member sees a document of the actor's organization, or why not, and which version it is shown.
 * @throws NotFound for a document or member that the actor does not see, Forbidden for a customer.
 */
export async function getSight(
  actor: Actor,
  documentId: string,
  membershipId: string,
  db: Database = prisma,
) {
  const document = await getDocument(actor, documentId, db)
  authorize(documentPolicy.seeEvidence(actor, document))
  const [member, audience] = await Promise.all([
    isId(membershipId) ? findLooker(actor, membershipId, db) : null,
    db.documentAudience.findMany({
      relationLoadStrategy: 'join',
      where: { documentId },
      select: {
        accountId: true,
        familyId: true,
        variantId: true,
        functions: true,
        family: { select: { id: true, code: true, name: true } },
        variant: { select: { id: true, number: true } },
      },
    }),
  ])
  if (!member) throw new NotFound()
  const inForce = document.versions.find((each) => each.id === document.releasedVersionId)
  const accounts = member.organization.customerAccounts.map(({ closedAt, variants, ...account }) => ({
    ...account,
    isClosed: closedAt !== null,
    familyIds: variants.map(({ product }) => product.familyId),
  }))
  const lookedAt = { organizationId: document.organizationId, isReleased: inForce !== undefined, audience }
  const sight = whySeen({ ...member, organizationId: member.organizationId, accounts }, lookedAt)
  const { id, organizationId, side, name, functions, organization } = member
  const reader: Actor = {
    ...actor,
    ...{ membershipId: id, organizationId, organizationName: organization.name, side, name, functions },
    isAdministrator: false,
  }
  const accountId = accounts.find(({ supplierId }) => supplierId === document.organizationId)?.id ?? null
  return {
    document,
    reader,
    accountId,
    member: shown(member),
    sight: asActive(sight, member),
    names: namesOf(audience),
    version: inForce ?? null,
  }
}

/** Whoever was deactivated sees nothing at all, whatever the rules say. */
function asActive(sight: Sight, { deactivatedAt }: Row): Sight | { canSee: false; obstacle: 'deactivated' } {
  return deactivatedAt ? { canSee: false, obstacle: 'deactivated' } : sight
}
export type ShownSight = Awaited<ReturnType<typeof getSight>>['sight']
