import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { documentNumber } from '../kinds.ts'
import { visibleDocuments, visibleVersions } from '../scope.server.ts'

/**
 * A file of a document through the newest version that the actor sees it in.
 * @throws NotFound
 */
export async function getDocumentFile(
  actor: Actor,
  documentId: string,
  fileId: string,
  db: Database = prisma,
) {
  const found =
    isId(documentId) && isId(fileId)
      ? await db.documentVersionFile.findFirst({
          relationLoadStrategy: 'join',
          where: {
            fileId,
            version: { AND: [{ documentId, document: visibleDocuments(actor) }, visibleVersions(actor)] },
          },
          orderBy: { version: { version: 'desc' } },
          select: {
            file: { select: { id: true, key: true, name: true, size: true, type: true, sha256: true } },
            version: {
              select: {
                id: true,
                version: true,
                title: true,
                status: true,
                document: { select: { id: true, organizationId: true, kind: true, number: true } },
              },
            },
          },
        })
      : null
  if (!found) throw new NotFound()
  const { document, ...version } = found.version
  return {
    file: found.file,
    version: {
      ...version,
      document: { ...document, number: documentNumber(document.kind, document.number) },
    },
  }
}
