import type { Actor } from '#app/domain/access/actor.ts'
import { mayBeginDraft } from '#app/domain/documents/redaction/begin.server.ts'
import { consultationPolicy } from '../policy.ts'

type Known = Parameters<typeof consultationPolicy.post>[1]

export const notePolicy = {
  /** Whoever writes documents, and writes in this consultation. */
  begin: (actor: Actor, known: Known) =>
    mayBeginDraft(actor) && consultationPolicy.post(actor, known, 'internal'),
}
