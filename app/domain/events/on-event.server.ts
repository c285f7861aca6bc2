import { z } from 'zod'
import type { Event } from '#app/platform/database/client/client.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'

/** What a stored event sets off. It may run any number of times for one event: it looks for what it did already. */
export type Reaction = (event: Event) => Promise<void>

const Payload = z.object({ eventId: z.uuid() })

/** The job of an event: it is read once, and its reactions run one after the other. */
export function onEvent(...reactions: Reaction[]) {
  return async (payload: unknown): Promise<void> => {
    const { eventId } = Payload.parse(payload)
    const event = await unscopedPrisma().event.findUnique({ where: { id: eventId } })
    if (!event) return
    for (const react of reactions) await react(event)
  }
}
