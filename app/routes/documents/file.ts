import { recordDownload } from '#app/domain/documents/commands/read.server.ts'
import { getDocumentFile } from '#app/domain/documents/queries/file.server.ts'
import { firstByteServed, serveFile } from '#app/domain/files/serve.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request, params }) => {
  const { file, version } = await getDocumentFile(actor, params.id ?? '', params.fileId ?? '')
  const response = await serveFile(request, file)
  await recordDownload(actor, version, { name: file.name, firstByte: firstByteServed(request, file) })
  return response
})
