import { recordDownload } from '#app/domain/documents/commands/read.server.ts'
import { getDocumentFile } from '#app/domain/documents/queries/file.server.ts'
import { serveFile } from '#app/domain/files/serve.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { isBeginningOfFile } from '#app/http/reading.ts'

export const loader = loaderFor(async ({ actor, request, params }) => {
  const { file, version } = await getDocumentFile(actor, params.id ?? '', params.fileId ?? '')
  const response = await serveFile(request, file)
  if (isBeginningOfFile(request)) await recordDownload(actor, version, file)
  return response
})
