import { parametersAsCsv } from '#app/domain/documents/parameters/export.ts'
import { getParameterTable } from '#app/domain/documents/parameters/queries.server.ts'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request, params }) => {
  const number = readVersionNumber(new URL(request.url).searchParams.get('version'))
  const { document, version, rows } = await getParameterTable(actor, params.id ?? '', number)
  const name = `${document.number}-${version.version}-parameters.csv`
  return new Response(parametersAsCsv(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
