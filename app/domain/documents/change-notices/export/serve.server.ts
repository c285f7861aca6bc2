import type { Actor } from '#app/domain/access/actor.ts'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { contentDisposition } from '#app/domain/files/serve.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { getDocument } from '../../queries/document.server.ts'
import { findNotice } from '../queries/notice.server.ts'
import { idtaRecord, noticeCsv } from './write.ts'

/**
 * A notice as IDTA 02036 JSON, or as CSV with `format=csv`; with the parts that the reader sees.
 * @throws NotFound; Conflict while nothing stands in it, or nothing of it concerns the reader.
 */
export async function serveNotice(
  actor: Actor,
  documentId: string,
  search: URLSearchParams,
): Promise<Response> {
  const document = await getDocument(actor, documentId)
  if (document.kind !== 'change_notice') throw new NotFound()
  const number = readVersionNumber(search.get('version'))
  const inForce = document.versions.find((each) => each.id === document.releasedVersionId)
  const version =
    number === null ? (inForce ?? document.versions[0]) : document.versions.find((v) => v.version === number)
  if (!version) throw new NotFound()
  const notice = await findNotice(actor, version.id)
  if (!notice || notice.parts.length === 0) throw new Conflict('changeNotices:error.nothingToExport')
  const {
    body,
    releasedAt,
    files,
    document: owner,
  } = await prisma.documentVersion.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: version.id },
    select: {
      body: true,
      releasedAt: true,
      files: {
        orderBy: { position: 'asc' },
        select: { file: { select: { name: true, type: true, size: true, sha256: true } } },
      },
      document: { select: { owner: { select: { organization: { select: { name: true } } } } } },
    },
  })
  const record = {
    number: document.number,
    version: version.version,
    title: version.title,
    language: version.language,
    supplierName: owner.owner.organization.name,
    ...{ body, releasedAt, notice },
    files: files.map(({ file }) => ({ ...file, size: Number(file.size), sha256: file.sha256 ?? '' })),
  }
  const name = `${document.number}-v${version.version}`
  if (search.get('format') === 'csv')
    return answer(noticeCsv(record), `${name}.csv`, 'text/csv; charset=utf-8')
  const json = `${JSON.stringify(idtaRecord(record), null, 2)}\n`
  return answer(json, `${name}.json`, 'application/json; charset=utf-8')
}

const answer = (text: string, name: string, type: string) =>
  new Response(text, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': contentDisposition(name, false),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
