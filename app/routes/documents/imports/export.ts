import { recordExport, writeExport } from '#app/domain/documents/imports/export/write-export.server.ts'
import { serveDownload } from '#app/domain/files/download.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request }) => {
  const exported = await writeExport(actor)
  if (request.method === 'GET') await recordExport(actor, exported)
  return serveDownload(exported.output, { name: exported.name, type: 'application/zip' })
})
