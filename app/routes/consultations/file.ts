import { downloadFile } from '#app/domain/consultations/commands/download-file.server.ts'
import { getMessageFile } from '#app/domain/consultations/queries/thread.server.ts'
import { serveFile } from '#app/domain/files/serve.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

/** The beginning of a file is its download; what a client asks for afterwards belongs to the same one. */
const isBeginning = (request: Request) =>
  request.method === 'GET' && /^(|bytes=0-.*)$/.test(request.headers.get('Range') ?? '')

export const loader = loaderFor(async ({ actor, request, params }) => {
  const { id = '', fileId = '' } = params
  const file = isBeginning(request)
    ? await downloadFile(actor, id, fileId)
    : (await getMessageFile(actor, { consultationId: id, fileId })).file
  return serveFile(request, file)
})
