import type { Actor } from '#app/domain/access/actor.ts'

/** A member as it is called at this moment. */
export function personOf(actor: Actor): { id: string; name: string; organization: string } {
  return { id: actor.membershipId, name: actor.name, organization: actor.organizationName }
}
