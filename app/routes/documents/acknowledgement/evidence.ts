import { serveEvidence } from '#app/domain/documents/acknowledgements/evidence/serve.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(({ actor, request, params }) =>
  serveEvidence(actor, params.id ?? '', new URL(request.url).searchParams),
)
