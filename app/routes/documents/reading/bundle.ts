import { Readable } from 'node:stream'
import { recordDownload } from '#app/domain/documents/commands/read.server.ts'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { getBundleSource } from '#app/domain/documents/reading/bundle/bundle-source.server.ts'
import { writeBundle } from '#app/domain/documents/reading/bundle/write-bundle.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request, params }) => {
  const wanted = readVersionNumber(new URL(request.url).searchParams.get('version'))
  const source = await getBundleSource(actor, params.id ?? '', wanted)
  const name = `${source.folder}.zip`
  const { document, version } = source
  const zip = Readable.toWeb(await writeBundle(actor, source)) as ReadableStream
  await recordDownload(
    actor,
    { id: version.id, version: version.version, title: version.title, document },
    { name, firstByte: request.method === 'GET' ? 0 : null },
  )
  return new Response(zip, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
})
