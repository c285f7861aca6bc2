import { downloadEvidence } from '#app/domain/comparisons/verification/commands/download.server.ts'
import { firstByteServed, serveFile } from '#app/domain/files/serve.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request, params }) => {
  const { id = '', fileId = '' } = params
  const firstByte = (file: Parameters<typeof firstByteServed>[1]) => firstByteServed(request, file)
  return serveFile(request, await downloadEvidence(actor, { comparisonId: id, fileId }, firstByte))
})
