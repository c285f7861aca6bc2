import { serveNotice } from '#app/domain/documents/change-notices/export/serve.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(({ actor, request, params }) =>
  serveNotice(actor, params.id ?? '', new URL(request.url).searchParams),
)
