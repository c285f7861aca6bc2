import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { visibleVariants } from '#app/domain/accounts/scope.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { addDays, localDay } from '../acknowledgements/engine/days.ts'
import type { DocumentFilters, Expiring } from '../filters.ts'
import { readDocumentNumber } from '../kinds.ts'
import { waitingForReview } from '../reviews/scope.server.ts'
import { visibleDocuments, visibleTranslations, visibleVersions } from '../scope.server.ts'

/** The reader's own language, where there is a translation into it; the supplier's side has the original. */
export const ownTranslation = (actor: Actor): Prisma.DocumentTranslationWhereInput => ({
  AND: [visibleTranslations(actor), { releasedAt: { not: null }, language: actor.language }],
})

/** What was withdrawn is still explained to whoever has the link, and stands in no list of the customer's. */
export const inForce: Prisma.DocumentWhereInput = { releasedVersion: { status: 'released' } }

/** What a list shows of all that the actor sees. */
export function filtered(
  actor: Actor,
  { status, kind, vdiClass, family, product, language, owner, keyword, ...rest }: DocumentFilters,
): Prisma.DocumentWhereInput {
  const { review, expiring, isMine, q } = rest
  return {
    AND: [
      visibleDocuments(actor),
      actor.side === 'supplier' ? { status } : inForce,
      review && actor.side === 'supplier' ? { versions: { some: waitingForReview(actor) } } : {},
      product ? { products: { some: { productId: isId(product) ? product : { in: [] } } } } : {},
      language ? readableIn(actor, language) : {},
      kind ? { kind } : {},
      vdiClass ? { vdiClass } : {},
      family ? concernsFamily(isId(family) ? family : { in: [] }) : {},
      owner && actor.side === 'supplier' ? { ownerId: isId(owner) ? owner : { in: [] } } : {},
      keyword
        ? { versions: { some: { AND: [visibleVersions(actor), current, { keywords: { has: keyword } }] } } }
        : {},
      expiring ? expires(actor, expiring) : {},
      isMine ? mine(actor) : {},
      q ? textFilter(actor, q) : {},
    ],
  }
}

/** A keyword of what was superseded finds nothing. */
const current: Prisma.DocumentVersionWhereInput = { status: { notIn: ['superseded', 'withdrawn'] } }

/** By the last day of the version in force, in the reader's zone. */
function expires(actor: Actor, expiring: Expiring): Prisma.DocumentWhereInput {
  const today = localDay(now(), actor.timeZone)
  const date = (text: string) => new Date(`${text}T00:00:00Z`)
  const expiresOn =
    expiring === 'past'
      ? { lt: date(today) }
      : { gte: date(today), lte: date(addDays(today, Number(expiring))) }
  return { releasedVersion: { status: 'released', expiresOn } }
}

/** Of the family itself, of one of its products, or of a variant of those. */
function concernsFamily(familyId: Prisma.ProductWhereInput['familyId']): Prisma.DocumentWhereInput {
  const product = { familyId }
  return {
    OR: [
      { families: { some: { familyId } as Prisma.DocumentFamilyWhereInput } },
      { products: { some: { product } } },
      { variants: { some: { variant: { product } } } },
    ],
  }
}

/** The supplier's: those that the actor owns. The customer's: about what is made for its organization. */
function mine(actor: Actor): Prisma.DocumentWhereInput {
  if (actor.side === 'supplier') return { ownerId: actor.membershipId }
  const variants = { some: visibleVariants(actor) }
  return {
    OR: [
      { variants: { some: { variant: visibleVariants(actor) } } },
      { products: { some: { product: { variants } } } },
      { families: { some: { family: { products: { some: { variants } } } } } },
    ],
  }
}

/** A number such as `TN-12` or `12` finds those; anything else is looked for in the title, and as a number of old. */
function textFilter(actor: Actor, q: string): Prisma.DocumentWhereInput {
  const read = readDocumentNumber(q)
  const title = { title: { contains: q.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } } as const
  const translated = { AND: [ownTranslation(actor), title] }
  const former = { formerNumber: { equals: q.trim(), mode: 'insensitive' } } as const
  const found: Prisma.DocumentWhereInput[] = [former, title]
  if (actor.side === 'customer') found.push({ releasedVersion: { translations: { some: translated } } })
  if (read) found.push({ kind: read.kind ?? undefined, number: read.number })
  return { OR: found }
}

/** In the original, or in a translation that was released. */
function readableIn(actor: Actor, language: string): Prisma.DocumentWhereInput {
  const translated = { AND: [visibleTranslations(actor), { releasedAt: { not: null }, language }] }
  return { OR: [{ language }, { releasedVersion: { translations: { some: translated } } }] }
}
