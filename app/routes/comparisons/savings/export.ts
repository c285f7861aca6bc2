import { readSavings } from '#app/domain/comparisons/savings/asked.ts'
import { savingsFile } from '#app/domain/comparisons/savings/export.server.ts'
import { serveDownload } from '#app/domain/files/download.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request }) => {
  const search = new URL(request.url).searchParams
  const { output, ...file } = await savingsFile(actor, readSavings(search), search.get('format'))
  return serveDownload(output, file)
})
