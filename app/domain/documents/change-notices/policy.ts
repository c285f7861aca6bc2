import type { Actor } from '#app/domain/access/actor.ts'
import { documentPolicy } from '../policy.ts'

interface Known {
  organizationId: string
}
type Version = Parameters<typeof documentPolicy.edit>[2]

/** A notice is written by who writes its version; what it says is fixed with it. */
export const noticePolicy = {
  edit: (actor: Actor, document: Known, version: Version) =>
    version.status === 'draft' && documentPolicy.edit(actor, document, version),
  /** The supplier sees what was typed, the accounts, and whether a milestone comes too early for one of them. */
  seeReach: documentPolicy.seeEvidence,
}
