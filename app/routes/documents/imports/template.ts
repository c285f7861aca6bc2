import { authorize } from '#app/domain/access/policy.ts'
import { templateFile } from '#app/domain/documents/imports/export/template.server.ts'
import { importPolicy } from '#app/domain/documents/imports/policy.ts'
import { serveDownload } from '#app/domain/files/download.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request }) => {
  authorize(importPolicy.import(actor))
  const { output, ...file } = templateFile(actor.language, new URL(request.url).searchParams.get('format'))
  return serveDownload(output, file)
})
