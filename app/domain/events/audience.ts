import type { Event } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'

/** A stored event whose payload was parsed by its definition. */
export type RecordedEvent = Omit<Event, 'payload'> & { payload: Record<string, unknown> }

/**
 * The members whom an event concerns, by membership id. The actor itself is left out afterwards (unless `tellsActor`), and everybody's
 * access is checked again when the notification is written.
 */
export interface Audience {
  (event: RecordedEvent, database: Database): Promise<string[]>
  /** Whether the actor itself is told as well. */
  tellsActor?: boolean
}

/** The one in whose name it was done: for what somebody else may have done in it. */
export const whoActed: Audience = Object.assign(
  async ({ actorId }: RecordedEvent) => (actorId ? [actorId] : []),
  { tellsActor: true },
)

/** For events that leave a record and ring nobody's bell. */
export const nobody: Audience = async () => []
