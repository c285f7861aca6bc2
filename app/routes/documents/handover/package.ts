import { takePackage } from '#app/domain/documents/handovers/commands/take-package.server.ts'
import { getPackageSource } from '#app/domain/documents/handovers/package/source.server.ts'
import { writePackage } from '#app/domain/documents/handovers/package/write-package.server.ts'
import { serveDownload } from '#app/domain/files/download.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request, params }) => {
  const variant = new URL(request.url).searchParams.get('variant')
  const source = await getPackageSource(actor, params.id ?? '', variant)
  const isTaken = request.method === 'GET'
  const zip = isTaken ? await writePackage(actor, source) : null
  if (isTaken) await takePackage(actor, source)
  return serveDownload(zip, { name: source.name, type: 'application/zip' })
})
