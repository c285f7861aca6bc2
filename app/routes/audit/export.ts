import { exportEvents } from '#app/domain/audit/export.server.ts'
import { readFilters } from '#app/domain/audit/filters.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request }) => {
  const filters = readFilters(new URL(request.url).searchParams)
  return new Response(exportEvents(actor, { ...filters, after: undefined }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
})
