import type { Event } from '#app/platform/database/client/client.ts'
import type { Database } from '#app/platform/database/database.server.ts'

/** A stored event whose payload was parsed by its definition. */
export type RecordedEvent = Omit<Event, 'payload'> & { payload: Record<string, unknown> }

/**
 * The members whom an event concerns, by membership id. The actor itself is left out afterwards, and everybody's
 * access is checked again when the notification is written.
 */
export type Audience = (event: RecordedEvent, database: Database) => Promise<string[]>

/** For events that leave a record and ring nobody's bell. */
export const nobody: Audience = async () => []
