import type { Actor } from '#app/domain/access/actor.ts'
import { Conflict } from '#app/platform/errors.ts'
import { getDocument } from './document.server.ts'
import { getVersionPage } from './page.server.ts'

/**
 * The version of a document that waits for its release.
 * @throws NotFound; Conflict when none waits.
 */
export async function getSubmitted(actor: Actor, documentId: string) {
  const { versions } = await getDocument(actor, documentId)
  const waiting = versions.find((each) => each.status === 'submitted')
  if (!waiting) throw new Conflict('common:error.transition')
  const { document, version } = await getVersionPage(actor, documentId, waiting.version)
  return { document, version }
}
