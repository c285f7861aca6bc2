import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { evidenceAsCsv } from '#app/domain/documents/reading/export.server.ts'
import { getEvidence } from '#app/domain/documents/reading/queries/evidence.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request, params }) => {
  const wanted = readVersionNumber(new URL(request.url).searchParams.get('version'))
  const evidence = await getEvidence(actor, params.id ?? '', wanted)
  const name = `${evidence.document.number}-v${evidence.version.version}-evidence.csv`
  return new Response(evidenceAsCsv(actor, evidence), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
