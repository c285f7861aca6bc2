import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { renderArticle } from '#app/platform/markdown.server.ts'
import { wantedOf } from '../acknowledgements/queries/wanted.ts'
import { shownCitation } from '../citations/queries/shown.server.ts'
import { documentNumber } from '../kinds.ts'
import { withReplacement } from '../reviews/queries/replacement.server.ts'
import { visibleDocuments, visibleVersions } from '../scope.server.ts'
import { type PageRow, pageSelect } from './page-select.server.ts'
import { validityOf } from './validity.server.ts'

/**
 * A version as its page shows it: rendered, with its files, its document and what is recorded about the reader.
 * Without a number it is the version in force, or the newest one while none was released. One statement.
 * @throws NotFound
 */
export async function getVersionPage(
  actor: Actor,
  documentId: string,
  number: number | null,
  db: Database = prisma,
) {
  const found = isId(documentId) ? await findVersion(actor, documentId, number, db) : null
  if (!found) throw new NotFound()
  const { document, files, readings, citations, body, acknowledgementAccounts, ...rest } = found
  const { _count, withdrawal, ...version } = rest
  return {
    document: shownDocument(document),
    version: {
      ...version,
      withdrawal: withdrawal && withReplacement(actor, withdrawal),
      isInForce: version.id === document.releasedVersionId && version.status === 'released',
      validity: validityOf(version),
      parameterCount: _count.parameters,
      article: await renderArticle(body),
      citations: citations.map(shownCitation),
      files: files.map(({ file }) => ({ ...file, size: Number(file.size) })),
    },
    reading: readings[0] ?? null,
    wanted: version.status === 'withdrawn' ? null : wantedOf(actor, acknowledgementAccounts[0], now()),
  }
}

function shownDocument({
  owner,
  products,
  families,
  variants,
  subscriptions,
  ...known
}: PageRow['document']) {
  return {
    ...known,
    number: documentNumber(known.kind, known.number),
    supplierName: owner.organization.name,
    ownerName: owner.name,
    isReleased: known.releasedVersionId !== null,
    /** The reader's own. */
    subscriptionId: subscriptions[0]?.id,
    products: products.map(({ product }) => product),
    families: families.map(({ family }) => family),
    variants: variants.map(({ variant }) => variant),
  }
}

export type VersionPage = Awaited<ReturnType<typeof getVersionPage>>
/** As far as it goes to a browser: the lines of the audience are the server's. */
export type ShownDocument = Omit<VersionPage['document'], 'audience'>

function findVersion(
  actor: Actor,
  documentId: string,
  number: number | null,
  db: Database,
): Promise<PageRow | null> {
  return db.documentVersion.findFirst({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        visibleVersions(actor),
        { documentId, document: visibleDocuments(actor) },
        number === null ? {} : { version: number },
      ],
    },
    select: pageSelect(actor),
    // The version that a document names as its released one comes first: nulls are last.
    orderBy: [{ releasedOf: { id: 'asc' } }, { version: 'desc' }],
  })
}

/** A number of a version in an address, or null. */
export function readVersionNumber(text: string | null): number | null {
  return /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : null
}
