import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { listProducts } from '#app/domain/accounts/queries/products.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { documentPolicy } from '../policy.ts'
import { visibleAudience } from '../scope.server.ts'
import { getDocument } from './document.server.ts'

/** Among what the writer of a document chooses: its accounts and its products. */
export async function listDocumentChoices(actor: Actor, db: Database = prisma) {
  const [accounts, products] = await Promise.all([
    listAccounts(actor, db),
    listProducts(actor, actor.organizationId, db),
  ])
  return {
    accounts: accounts.map(({ id, customer, isRestricted }) => ({ id, name: customer.name, isRestricted })),
    products: products.map(({ id, number, name }) => ({ id, number, name })),
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
  const [content, reach] = await Promise.all([
    db.documentVersion.findUniqueOrThrow({
      relationLoadStrategy: 'join',
      where: { id: version.id },
      select: {
        body: true,
        changeNote: true,
        files: {
          orderBy: { position: 'asc' },
          select: { file: { select: { id: true, name: true, size: true, type: true } } },
        },
      },
    }),
    getReach(actor, documentId, db),
  ])
  return {
    id: document.id,
    number: document.number,
    isReleased: document.releasedVersionId !== null,
    version: version.version,
    seenAt: version.updatedAt,
    title: version.title,
    language: version.language,
    body: content.body,
    changeNote: content.changeNote,
    files: content.files.map(({ file }) => ({ ...file, size: Number(file.size) })),
    ...reach,
  }
}
export type Draft = Awaited<ReturnType<typeof getDraft>>

/** Audience and products of a document that the actor was found to see, as a form holds them. */
export async function getReach(actor: Actor, documentId: string, db: Database = prisma) {
  const { audience, products } = await db.document.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: documentId },
    select: {
      audience: { where: visibleAudience(actor), select: { accountId: true, functions: true } },
      products: { select: { productId: true } },
    },
  })
  return {
    everyAccount: audience.some((line) => line.accountId === null),
    accountIds: audience.flatMap((line) => line.accountId ?? []),
    functions: [...new Set(audience.flatMap((line) => line.functions))],
    productIds: products.map((line) => line.productId),
  }
}
