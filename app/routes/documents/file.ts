import { recordDownload } from '#app/domain/documents/commands/read.server.ts'
import { getDocumentFile } from '#app/domain/documents/queries/file.server.ts'
import { firstByteSent, serveDocumentFile } from '#app/domain/documents/reading/serve.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { isForViewer } from '#app/http/reading.ts'

export const loader = loaderFor(async ({ actor, request, params }) => {
  const { file, version } = await getDocumentFile(actor, params.id ?? '', params.fileId ?? '')
  const response = await serveDocumentFile(actor, request, { file, version })
  const { id, name } = file
  const firstByte = isForViewer(request) ? null : firstByteSent(request, response)
  await recordDownload(actor, version, { id, name, firstByte })
  return response
})
