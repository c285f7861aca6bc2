import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import type { NewEvent } from './define.ts'

/** A member, or a guest, who is no actor. */
type WhoActs = Pick<Actor, 'membershipId' | 'name' | 'organizationId'>

/**
 * Writes the event of a command into the command's own transaction and returns its id. The row is the outbox:
 * a trigger queues the reaction and tells every process (migration 0002).
 * @throws ZodError when the payload is not of the event's shape.
 */
export async function record(tx: Tx, actor: WhoActs | null, event: NewEvent): Promise<string> {
  const origin = requestOrigin.getStore()
  const id = uuidv7()
  // Written by hand: each command ends with it, and people wait for it.
  await tx.$executeRaw`
    INSERT INTO event (id, type, version, organization_id, account_id, side, subject_type, subject_id,
                       actor_id, actor_name, actor_organization_id, payload, occurred_at,
                       request_id, ip_address, user_agent)
    VALUES (${id}::uuid, ${event.type}, ${event.version}, ${event.organizationId}::uuid, ${event.accountId}::uuid,
            ${event.side}::side, ${event.subjectType}, ${event.subjectId}::uuid,
            ${actor?.membershipId ?? null}::uuid, ${actor?.name ?? ''}, ${actor?.organizationId ?? null}::uuid,
            ${JSON.stringify(event.schema.parse(event.payload))}::jsonb, ${now()}::timestamptz,
            ${origin?.requestId ?? ''}, ${origin?.ipAddress ?? ''}, ${origin?.userAgent ?? ''})`
  return id
}
