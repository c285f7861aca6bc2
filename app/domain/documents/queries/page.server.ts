import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { wantedOf } from '../acknowledgements/queries/wanted.ts'
import { shownCitation } from '../citations/queries/shown.server.ts'
import { documentNumber } from '../kinds.ts'
import { withReplacement } from '../reviews/queries/replacement.server.ts'
import { visibleDocuments, visibleVersions } from '../scope.server.ts'
import { shownText } from '../translations/shown.server.ts'
import { pictureIds } from '../writing/pictures.ts'
import { renderCited, renderText } from '../writing/render.server.ts'
import { type PageRow, pageSelect } from './page-select.server.ts'
import { validityOf } from './validity.server.ts'

/** Which version, and the language that was asked for. */
interface Wanted {
  number: number | null
  language: string | null
}
const isWanted = (wanted: number | null | Wanted): wanted is Wanted =>
  typeof wanted === 'object' && wanted !== null

/**
 * A version as its page shows it: rendered, with its files, its document and what is recorded about the reader.
 * Without a number it is the version in force, or the newest one while none was released. One statement.
 * @throws NotFound
 */
export async function getVersionPage(
  actor: Actor,
  documentId: string,
  wanted: number | null | Wanted,
  db: Database = prisma,
) {
  const { number, language } = isWanted(wanted) ? wanted : { number: wanted, language: null }
  const found = isId(documentId) ? await findVersion(actor, documentId, number, db) : null
  if (!found) throw new NotFound()
  const { document, readings, acknowledgementAccounts } = found
  return {
    document: shownDocument(document),
    version: await shownVersion(actor, found, { language, db }),
    reading: readings[0] ?? null,
    wanted: found.status === 'withdrawn' ? null : wantedOf(actor, acknowledgementAccounts[0], now()),
  }
}

async function shownVersion(
  actor: Actor,
  { document, files, readings: _own, citations, body, acknowledgementAccounts: _asked, ...row }: PageRow,
  { language: asked, db }: { language: string | null; db: Database },
) {
  const { translations, comments, _count, withdrawal, ...version } = row
  const { text, shown } = shownText(actor, { ...version, body }, { asked, translations })
  const shownCitations = citations.map(shownCitation)
  const all = files.map(({ file }) => ({ ...file, size: Number(file.size) }))
  const pictures = new Set(pictureIds(body))
  const fileIds = all.map(({ id }) => id)
  const place = { organizationId: document.organizationId, documentId: document.id, fileIds }
  return {
    ...version,
    withdrawal: withdrawal && withReplacement(actor, withdrawal),
    isInForce: version.id === document.releasedVersionId && version.status === 'released',
    /** As the reader gets it: in which language, and which others there are. */
    shown: { ...shown, title: text.title, language: text.language, changeNote: text.changeNote },
    openComments: comments.length,
    validity: validityOf(version),
    parameterCount: _count.parameters,
    // What a text cites is kept when it is submitted.
    article: await (version.status === 'draft'
      ? renderText(actor, place, text.body, db)
      : renderCited(text.body, shownCitations, place)),
    citations: shownCitations,
    // What stands in the text is no attachment.
    files: all.filter(({ id }) => !pictures.has(id)),
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
