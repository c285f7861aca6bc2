import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import type { NewEvent } from './define.ts'

/**
 * Writes the event of a command into the command's own transaction and returns its id. The row is the outbox:
 * a trigger queues the reaction and tells every process (migration 0002).
 * @throws ZodError when the payload is not of the event's shape.
 */
export async function record(tx: Tx, actor: Actor | null, event: NewEvent): Promise<string> {
  const origin = requestOrigin.getStore()
  const row = await tx.event.create({
    data: {
      type: event.type,
      version: event.version,
      organizationId: event.organizationId,
      accountId: event.accountId,
      side: event.side,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      actorId: actor?.membershipId ?? null,
      actorName: actor?.name ?? '',
      actorOrganizationId: actor?.organizationId ?? null,
      payload: event.schema.parse(event.payload) as object,
      occurredAt: now(),
      requestId: origin?.requestId ?? '',
      ipAddress: origin?.ipAddress ?? '',
      userAgent: origin?.userAgent ?? '',
    },
    select: { id: true },
  })
  return row.id
}
