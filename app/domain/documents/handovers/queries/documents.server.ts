import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { visibleVariants } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { documentNumber } from '../../kinds.ts'
import { visibleAudience, visibleDocuments } from '../../scope.server.ts'
import { holdingOf } from '../engine/completeness.ts'
import { leftOutKind, mostPacked } from '../handover.ts'
import { linesForAccount } from '../scope.server.ts'

export interface HandoverScope {
  account: { id: string; supplierId: string }
  variant: HandoverVariant | null
}

const variantRow = {
  id: true,
  number: true,
  customerNumber: true,
  product: { select: { id: true, familyId: true, number: true, name: true } },
} satisfies Prisma.VariantSelect
export type HandoverVariant = Prisma.VariantGetPayload<{ select: typeof variantRow }>

/** The variants that are made for an account, by number. */
export function listVariants(actor: Actor, accountId: string, db: Database): Promise<HandoverVariant[]> {
  return db.variant.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ accountId }, visibleVariants(actor)] },
    select: variantRow,
    orderBy: { number: 'asc' },
    take: 1000,
  })
}

/**
 * The variant that an address names, or null for the whole account.
 * @throws NotFound for what is none of the account's
 */
export function chosenVariant(variants: HandoverVariant[], id: string | null): HandoverVariant | null {
  if (id === null || id === '') return null
  const found = isId(id) ? variants.find((each) => each.id === id) : undefined
  if (!found) throw new NotFound()
  return found
}

const row = {
  id: true,
  kind: true,
  number: true,
  vdiClass: true,
  releasedVersion: {
    select: {
      id: true,
      version: true,
      title: true,
      language: true,
      status: true,
      effectiveOn: true,
      expiresOn: true,
      releasedAt: true,
    },
  },
} satisfies Prisma.DocumentSelect

/**
 * The released documents of an account that the actor may see: those that the account's members are in the audience of,
 * for a customer's member as far as its functions go. For a variant: what concerns it, its product or its family, and
 * what names none of these. By class and number; one more than are packed.
 */
export async function listHandoverDocuments(
  actor: Actor,
  { account, variant }: HandoverScope,
  today: string,
  db: Database,
) {
  const line = { AND: [visibleAudience(actor), linesForAccount(account, variant)] }
  const rows = await db.document.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        visibleDocuments(actor),
        { organizationId: account.supplierId, kind: { not: leftOutKind } },
        { releasedVersion: { status: { in: ['released', 'withdrawn'] } }, audience: { some: line } },
        variant ? concerns(variant) : {},
      ],
    },
    select: row,
    orderBy: [{ vdiClass: 'asc' }, { kind: 'asc' }, { number: 'asc' }],
    take: mostPacked + 1,
  })
  return rows.flatMap(({ releasedVersion, kind, number, ...document }) => {
    if (!releasedVersion) return []
    const { effectiveOn, expiresOn, ...version } = releasedVersion
    const dates = { effectiveOn: dayOf(effectiveOn), expiresOn: dayOf(expiresOn) }
    const holding = holdingOf({ status: version.status, ...dates }, today)
    const { language } = version
    return [
      {
        ...document,
        kind,
        number: documentNumber(kind, number),
        language,
        holding,
        version: { ...version, ...dates },
      },
    ]
  })
}
export type HandoverDocument = Awaited<ReturnType<typeof listHandoverDocuments>>[number]

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

function concerns({ id, product }: HandoverVariant): Prisma.DocumentWhereInput {
  return {
    OR: [
      { variants: { some: { variantId: id } } },
      { products: { some: { productId: product.id } } },
      { families: { some: { familyId: product.familyId } } },
      { variants: { none: {} }, products: { none: {} }, families: { none: {} } },
    ],
  }
}
