import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { listFamilies, listProducts, listVariantNames } from '#app/domain/accounts/queries/products.server.ts'
import { visibleColleagues } from '#app/domain/accounts/scope.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { writingFunctions } from '../document.ts'
import { documentPolicy } from '../policy.ts'
import { visibleAudience } from '../scope.server.ts'
import { pictureIds } from '../writing/pictures.ts'
import { findOtherWriter } from '../writing/queries/authors.server.ts'
import { getDocument } from './document.server.ts'

/** The colleagues who may own a document. */
export function listOwners(actor: Actor, db: Database = prisma): Promise<{ id: string; name: string }[]> {
  return db.membership.findMany({
    where: {
      AND: [
        visibleColleagues(actor),
        { side: 'supplier', deactivatedAt: null, functions: { hasSome: [...writingFunctions] } },
      ],
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

/** Among what the writer of a document chooses: its accounts, families, products and variants. */
export async function listDocumentChoices(actor: Actor, db: Database = prisma) {
  const { organizationId } = actor
  const [accounts, products, families, variants, owners] = await Promise.all([
    listAccounts(actor, db),
    listProducts(actor, organizationId, db),
    listFamilies(actor, organizationId, db),
    listVariantNames(actor, db),
    listOwners(actor, db),
  ])
  return {
    accounts: accounts.map(({ id, customer, isRestricted }) => ({ id, name: customer.name, isRestricted })),
    products: products.map(({ id, number, name }) => ({ id, number, name })),
    families: families.map(({ id, code, name }) => ({ id, code, name })),
    variants,
    owners: owners.map(({ id, name }) => ({ id, name })),
  }
}
export type DocumentChoices = Awaited<ReturnType<typeof listDocumentChoices>>

/**
 * The draft of a document as its form holds it.
 * @throws NotFound, Forbidden; Conflict when no version is a draft.
 */
export async function getDraft(actor: Actor, documentId: string, db: Database = prisma) {
  const document = await getDocument(actor, documentId, db)
  const version = document.versions.find((each) => each.status === 'draft')
  if (!version) throw new Conflict('common:error.transition')
  authorize(documentPolicy.edit(actor, document, version))
  const [content, reach, otherWriter] = await Promise.all([
    db.documentVersion.findUniqueOrThrow({
      relationLoadStrategy: 'join',
      where: { id: version.id },
      select: {
        body: true,
        changeNote: true,
        summary: true,
        keywords: true,
        effectiveOn: true,
        expiresOn: true,
        files: {
          orderBy: { position: 'asc' },
          select: { file: { select: { id: true, name: true, size: true, type: true } } },
        },
      },
    }),
    getReach(actor, documentId, db),
    findOtherWriter(actor, version.id, db),
  ])
  return {
    id: document.id,
    kind: document.kind,
    number: document.number,
    isReleased: document.releasedVersionId !== null,
    version: version.version,
    seenAt: version.updatedAt,
    otherWriter,
    isAuthor: version.authorId === actor.membershipId,
    title: version.title,
    language: version.language,
    body: content.body,
    changeNote: content.changeNote,
    summary: content.summary,
    keywords: content.keywords.join(', '),
    effectiveOn: content.effectiveOn?.toISOString().slice(0, 10),
    expiresOn: content.expiresOn?.toISOString().slice(0, 10),
    // The pictures of the text come and go with it.
    files: content.files
      .filter(({ file }) => !pictureIds(content.body).includes(file.id))
      .map(({ file }) => ({ ...file, size: Number(file.size) })),
    ...reach,
  }
}
export type Draft = Awaited<ReturnType<typeof getDraft>>

export type Reach = Awaited<ReturnType<typeof getReach>>

/** Audience, subjects and classes of a document that the actor was found to see, as a form holds them. */
export async function getReach(actor: Actor, documentId: string, db: Database = prisma) {
  const { audience, products, families, variants, ...classes } = await db.document.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: documentId },
    select: {
      audience: {
        where: visibleAudience(actor),
        select: { accountId: true, familyId: true, variantId: true, functions: true },
      },
      products: { select: { productId: true } },
      families: { select: { familyId: true } },
      variants: { select: { variantId: true } },
      vdiClass: true,
      securityClass: true,
      ownerId: true,
    },
  })
  const each = <T>(values: (T | null)[]) => [...new Set(values)].filter((value): value is T => value !== null)
  return {
    everyAccount: audience.some((line) => line.accountId === null),
    accountIds: each(audience.map((line) => line.accountId)),
    onlyFamilyIds: each(audience.map((line) => line.familyId)),
    onlyVariantIds: each(audience.map((line) => line.variantId)),
    functions: [...new Set(audience.flatMap((line) => line.functions))],
    productIds: products.map((line) => line.productId),
    familyIds: families.map((line) => line.familyId),
    variantIds: variants.map((line) => line.variantId),
    ...classes,
  }
}
