import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { differenceOfParameters } from '../parameters/difference.ts'
import { listParameters } from '../parameters/queries.server.ts'
import { type DocumentRecord, getDocument } from '../queries/document.server.ts'
import { tabsOf } from '../queries/tabs.server.ts'
import { visibleVersions } from '../scope.server.ts'
import { differenceOfFiles } from './files.ts'
import { differenceOfTexts } from './text.ts'

/**
 * What changed from one version of a document to another, of what the actor sees of both. Without numbers: from the version
 * before to the newest.
 * @throws NotFound for a version that the actor does not see.
 */
export async function getDifference(
  actor: Actor,
  documentId: string,
  numbers: { from: number | null; to: number | null },
) {
  const document = await getDocument(actor, documentId)
  const to = chosen(document, numbers.to) ?? document.versions[0]
  const before = document.versions.find((each) => each.version < (to?.version ?? 0))
  const from = chosen(document, numbers.from) ?? before ?? to
  if (!from || !to) throw new NotFound()
  const [older, newer] = await Promise.all([contentOf(actor, from.id), contentOf(actor, to.id)])
  return {
    document,
    from,
    to,
    tabs: tabsOf(actor, document, to),
    title: from.title === to.title ? null : { from: from.title, to: to.title },
    text: differenceOfTexts(older.body, newer.body),
    parameters: differenceOfParameters(older.parameters, newer.parameters),
    files: differenceOfFiles(older.files, newer.files),
  }
}

function chosen(document: DocumentRecord, number: number | null) {
  if (number === null) return undefined
  const found = document.versions.find((each) => each.version === number)
  if (!found) throw new NotFound()
  return found
}

async function contentOf(actor: Actor, versionId: string, db: Database = prisma) {
  const [version, parameters] = await Promise.all([
    db.documentVersion.findFirst({
      relationLoadStrategy: 'join',
      where: { AND: [{ id: versionId }, visibleVersions(actor)] },
      select: {
        body: true,
        files: {
          orderBy: { position: 'asc' },
          select: { file: { select: { name: true, size: true, sha256: true } } },
        },
      },
    }),
    listParameters(actor, versionId, db),
  ])
  if (!version) throw new NotFound()
  const files = version.files.map(({ file }) => ({
    ...file,
    size: Number(file.size),
    sha256: file.sha256 ?? '',
  }))
  return { body: version.body, files, parameters }
}
