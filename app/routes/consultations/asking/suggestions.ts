import { suggestAnswers } from '#app/domain/consultations/asking/queries/suggestions.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

/** What may answer a question already, while one types it: `{ suggestions }`. */
export const loader = loaderFor(async ({ actor, request }) => {
  const search = new URL(request.url).searchParams
  const suggestions = await suggestAnswers(actor, {
    accountId: search.get('account'),
    text: search.get('q') ?? '',
    function: search.get('function'),
    productId: search.get('product'),
  })
  return Response.json({ suggestions }, { headers: { 'Cache-Control': 'private, no-store' } })
})
