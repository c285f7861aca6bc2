import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import type { EventSubject, NewEvent } from '#app/domain/events/define.ts'
import { record } from '#app/domain/events/record.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'

/** The person as the subject of an event of the organization that the actor belongs to. */
export const subjectOf = (actor: Actor): EventSubject => ({
  id: actor.userId,
  organizationId: actor.organizationId,
})

/** Records what a person did outside a signed-in request, in the name of a membership; without one there is no record. */
export async function unscopedRecordFor(
  tx: Tx,
  membershipId: string | null,
  make: (actor: Actor) => NewEvent,
): Promise<void> {
  const actor = membershipId ? await unscopedFindActor(membershipId, tx) : null
  if (actor) await record(tx, actor, make(actor))
}
