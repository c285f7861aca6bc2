import { listSimilar } from '#app/domain/consultations/knowledge/queries/similar.server.ts'
import { getConsultation } from '#app/domain/consultations/queries/consultation.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

/** What is like a consultation, for the side of its page: `{ similar }`. */
export const loader = loaderFor(async ({ actor, params }) => {
  const { id } = await getConsultation(actor, params.id ?? '')
  const similar = await listSimilar(actor, id)
  return Response.json({ similar }, { headers: { 'Cache-Control': 'private, no-store' } })
})
