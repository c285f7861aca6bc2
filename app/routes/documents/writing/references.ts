import { suggestReferences } from '#app/domain/documents/writing/queries/references.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

export const loader = loaderFor(async ({ actor, request }) =>
  Response.json(await suggestReferences(actor, new URL(request.url).searchParams.get('q') ?? '')),
)
