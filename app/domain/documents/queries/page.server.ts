import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { visibleAccounts, visibleVariants } from '#app/domain/accounts/scope.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { renderArticle } from '#app/platform/markdown.server.ts'
import { wantedOf, wantedSelect } from '../acknowledgements/queries/wanted.ts'
import { citationsOf, shownCitation } from '../citations/queries/shown.server.ts'
import { documentNumber } from '../kinds.ts'
import { askedInNewestRound } from '../reviews/queries/asked.server.ts'
import { replacement, withReplacement } from '../reviews/queries/replacement.server.ts'
import { visibleAudience, visibleDocuments, visibleReadings, visibleVersions } from '../scope.server.ts'
import { validityOf } from './validity.server.ts'

const person = { select: { id: true, name: true } } satisfies { select: Prisma.MembershipSelect }

function page(actor: Actor) {
  return {
    id: true,
    version: true,
    title: true,
    body: true,
    language: true,
    changeNote: true,
    summary: true,
    keywords: true,
    effectiveOn: true,
    expiresOn: true,
    status: true,
    authorId: true,
    author: person,
    releasedBy: person,
    updatedAt: true,
    submittedAt: true,
    releasedAt: true,
    reviewRounds: askedInNewestRound,
    scheduledRelease: { select: { releaseAt: true, decidedBy: person } },
    withdrawal: {
      select: { reason: true, withdrawnAt: true, withdrawnBy: person, replacement: replacement(actor) },
    },
    _count: { select: { parameters: { where: actor.side === 'customer' ? { isShared: true } : {} } } },
    files: {
      orderBy: { position: 'asc' },
      select: {
        file: {
          select: {
            ...{ id: true, name: true, size: true, type: true },
            text: { select: { state: true, reason: true, isTruncated: true } },
          },
        },
      },
    },
    citations: citationsOf(actor),
    readings: {
      where: { AND: [visibleReadings(actor), { membershipId: actor.membershipId }] },
      select: {
        openCount: true,
        firstOpenedAt: true,
        lastOpenedAt: true,
        downloadCount: true,
        viewMilliseconds: true,
      },
    },
    acknowledgementAccounts: {
      where: actor.side === 'customer' ? { account: visibleAccounts(actor) } : { id: { in: [] } },
      select: wantedSelect,
    },
    document: {
      select: {
        id: true,
        organizationId: true,
        kind: true,
        number: true,
        vdiClass: true,
        securityClass: true,
        releasedVersionId: true,
        owner: { select: { name: true, organization: { select: { name: true } } } },
        versions: {
          where: visibleVersions(actor),
          orderBy: { version: 'desc' },
          select: { id: true, version: true, status: true, releasedAt: true },
        },
        subscriptions: { where: { membershipId: actor.membershipId }, select: { id: true } },
        audience: {
          where: visibleAudience(actor),
          select: {
            accountId: true,
            familyId: true,
            variantId: true,
            functions: true,
            account: { select: { customer: { select: { name: true } } } },
            family: { select: { id: true, code: true, name: true } },
            variant: { select: { id: true, number: true } },
          },
        },
        products: {
          orderBy: { product: { number: 'asc' } },
          select: { product: { select: { id: true, number: true, name: true } } },
        },
        families: {
          orderBy: { family: { code: 'asc' } },
          select: { family: { select: { id: true, code: true, name: true } } },
        },
        variants: {
          where: { variant: visibleVariants(actor) },
          orderBy: { variant: { number: 'asc' } },
          select: { variant: { select: { id: true, number: true, customerNumber: true } } },
        },
      },
    },
  } satisfies Prisma.DocumentVersionSelect
}

type Row = Prisma.DocumentVersionGetPayload<{ select: ReturnType<typeof page> }>

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
  const {
    document,
    files,
    readings,
    citations,
    body,
    _count,
    withdrawal,
    acknowledgementAccounts,
    ...version
  } = found
  const { owner, products, families, variants, subscriptions, ...rest } = document
  return {
    document: {
      ...rest,
      number: documentNumber(document.kind, document.number),
      supplierName: owner.organization.name,
      ownerName: owner.name,
      isReleased: document.releasedVersionId !== null,
      /** The reader's own. */
      subscriptionId: subscriptions[0]?.id,
      products: products.map(({ product }) => product),
      families: families.map(({ family }) => family),
      variants: variants.map(({ variant }) => variant),
    },
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
export type VersionPage = Awaited<ReturnType<typeof getVersionPage>>
/** As far as it goes to a browser: the lines of the audience are the server's. */
export type ShownDocument = Omit<VersionPage['document'], 'audience'>

function findVersion(
  actor: Actor,
  documentId: string,
  number: number | null,
  db: Database,
): Promise<Row | null> {
  return db.documentVersion.findFirst({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        visibleVersions(actor),
        { documentId, document: visibleDocuments(actor) },
        number === null ? {} : { version: number },
      ],
    },
    select: page(actor),
    // The version that a document names as its released one comes first: nulls are last.
    orderBy: [{ releasedOf: { id: 'asc' } }, { version: 'desc' }],
  })
}

/** A number of a version in an address, or null. */
export function readVersionNumber(text: string | null): number | null {
  return /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : null
}
