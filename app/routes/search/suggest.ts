import { search, searchLimits } from '#app/domain/search/queries.server.ts'
import { paletteGroups } from '#app/domain/search/suggestions.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'

/** What the palette shows while one types: `{ groups }` as it expects them. */
export const loader = loaderFor(async ({ actor, request }) => {
  const text = new URL(request.url).searchParams.get('q') ?? ''
  const answer = await search(actor, { text, kind: null, limit: searchLimits.suggested })
  return Response.json(
    { groups: paletteGroups(actor.language, text, answer) },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
})
