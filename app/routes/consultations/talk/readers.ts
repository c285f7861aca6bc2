import { readLane } from '#app/domain/consultations/consultation.ts'
import { listReaders } from '#app/domain/consultations/talk/queries/readers.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

/** For the list below an @: fetched by the page's own script. */
export const loader = loaderFor(async ({ actor, request, params: { id = '' } }) => {
  const lane = readLane(new URL(request.url).searchParams.get('lane'))
  return Response.json({ readers: await listReaders(actor, id, lane) })
})
