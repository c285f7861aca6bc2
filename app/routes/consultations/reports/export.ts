import { createReadableStreamFromReadable } from '@remix-run/node'
import { readReport } from '#app/domain/consultations/reports/asked.ts'
import { reportFile } from '#app/domain/consultations/reports/export.server.ts'
import { getReport, todayAt } from '#app/domain/consultations/reports/queries/report.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { Invalid } from '#app/platform/errors.ts'

export const loader = loaderFor(async ({ actor, request }) => {
  const search = new URL(request.url).searchParams
  const { problems, ...asked } = readReport(search, todayAt(actor))
  for (const [field, { key, max }] of Object.entries(problems)) throw new Invalid(field, key, { max })
  const { name, type, output } = reportFile(actor, asked, await getReport(actor, asked), search.get('format'))
  return new Response(createReadableStreamFromReadable(output), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
