import { publicLoader } from '#app/http/edge.server.ts'
import { NotFound } from '#app/platform/errors.ts'

export const loader = publicLoader(async () => {
  throw new NotFound()
})

/** Never shown: the loader refuses first. It makes the route a page, so that the refusal is one too. */
export default function Nothing() {
  return null
}
