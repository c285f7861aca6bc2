import type { Actor } from '#app/domain/access/actor.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { type DocumentKind, kindOfPrefix } from '../kinds.ts'
import { findReferences, type Reference } from '../references.ts'
import { visibleDocuments, visibleVersions } from '../scope.server.ts'
import type { CitationSource } from './citation.ts'

interface Written {
  /** The supplier whose numbers the text means. */
  organizationId: string
  text: string
}

/**
 * Keeps what a text cites, inside the command that writes the text. References are resolved through the writer's own
 * scope: what the writer does not see is no citation, and nothing tells that it exists. Without references there is no
 * statement, except where an earlier text of the same source may have had some.
 */
export async function recordCitations(
  tx: Tx,
  actor: Actor,
  source: CitationSource,
  { organizationId, text }: Written,
): Promise<void> {
  if ('versionId' in source) await tx.citation.deleteMany({ where: { versionId: source.versionId } })
  if ('assumptionId' in source) {
    const { assumptionId } = source
    await tx.citation.deleteMany({ where: { assumptionId, createdBy: { side: actor.side } } })
  }
  await cite(tx, actor, source, { organizationId, references: findReferences(text) })
}

/** The same of a message that is worded anew: what it cited before and still cites stays, with what was decided about it. */
export async function replaceCitations(
  tx: Tx,
  actor: Actor,
  source: CitationSource & { messageId: string },
  { organizationId, text }: Written,
): Promise<void> {
  const references = findReferences(text)
  const before = await tx.citation.findMany({
    relationLoadStrategy: 'join',
    where: {
      ...{ messageId: source.messageId, citedDocument: visibleDocuments(actor) },
      citedVersion: visibleVersions(actor),
    },
    select: {
      ...{ id: true, symbol: true },
      citedVersion: { select: { version: true } },
      citedDocument: { select: { kind: true, number: true } },
    },
  })
  const isSame = (each: (typeof before)[number], reference: Reference) =>
    isOf(each.citedDocument, reference) &&
    each.symbol === (reference.symbol ?? '') &&
    (reference.version === null || reference.version === each.citedVersion.version)
  const gone = before.filter((each) => !references.some((reference) => isSame(each, reference)))
  if (gone.length > 0) await tx.citation.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  const added = references.filter((reference) => !before.some((each) => isSame(each, reference)))
  await cite(tx, actor, source, { organizationId, references: added })
}

interface Cites {
  organizationId: string
  references: Reference[]
}

async function cite(tx: Tx, actor: Actor, source: CitationSource, { organizationId, references }: Cites) {
  if (references.length === 0) return
  const documents = await findCited(tx, actor, organizationId, references)
  const { documentId, ...place } = { documentId: undefined, ...source }
  const rows = references.flatMap((reference) => {
    const document = documents.find((each) => isOf(each, reference))
    const citedVersionId = document && versionOf(document, reference)
    if (!document || !citedVersionId || document.id === documentId) return []
    const cited = { citedDocumentId: document.id, citedVersionId, symbol: reference.symbol ?? '' }
    return [{ ...place, ...cited, organizationId, createdById: actor.membershipId }]
  })
  if (rows.length > 0) await tx.citation.createMany({ data: rows })
}

type Cited = Awaited<ReturnType<typeof findCited>>[number]

function findCited(tx: Tx, actor: Actor, organizationId: string, references: Reference[]) {
  const numbers = references.flatMap(({ prefix, number }) => {
    const kind = kindOfPrefix(prefix)
    return kind ? [{ kind, number }] : []
  })
  return tx.document.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleDocuments(actor), { organizationId, OR: numbers }] },
    select: {
      ...{ id: true, kind: true, number: true, releasedVersionId: true },
      versions: {
        where: visibleVersions(actor),
        orderBy: { version: 'desc' },
        select: { id: true, version: true },
      },
    },
  })
}

function isOf(document: { kind: DocumentKind; number: number }, { prefix, number }: Reference): boolean {
  return document.kind === kindOfPrefix(prefix) && document.number === number
}

/** Without a number it is the version in force, or the newest one while none was released. */
function versionOf({ releasedVersionId, versions }: Cited, { version }: Reference): string | null {
  if (version !== null) return versions.find((each) => each.version === version)?.id ?? null
  return releasedVersionId ?? versions[0]?.id ?? null
}
