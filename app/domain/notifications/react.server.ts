import { uuidv7 } from 'uuidv7'
import type { Audience, RecordedEvent } from '#app/domain/events/audience.ts'
import type { EventDefinition } from '#app/domain/events/define.ts'
import type { Reaction } from '#app/domain/events/on-event.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { log } from '#app/platform/log.server.ts'

type Definitions = Record<string, EventDefinition>

/** What happens to one person within this time comes in one mail. */
export const mailWindow = '2 minutes'

/**
 * The reaction to an event: rings the bell of each member whom it concerns and schedules their mail. It can run any
 * number of times for one event: what it did is found and not done again. Whom it concerns is asked past the actor
 * (app/decisions/035), who may have left since; access is then asked as each member.
 */
export function reaction(definitions: Definitions, audience: Record<string, Audience>): Reaction {
  return async (event) => {
    const definition = definitions[event.type]
    const hears = audience[event.type]
    if (!definition || !hears) {
      log.warn({ type: event.type }, 'nobody knows this event')
      return
    }
    const parsed = definition.payload.parse(event.payload) as Record<string, unknown>
    const recorded: RecordedEvent = { ...event, payload: parsed }
    const heard = await hears(recorded, unscopedPrisma())
    const told = hears.tellsActor ? heard : heard.filter((member) => member !== event.actorId)
    const members = await whoSees(recorded, told)
    if (members.length > 0) await notify(event.id, members)
  }
}

/** Leaves out who left, and who cannot see the record any more: access is asked again when it matters. */
async function whoSees(event: RecordedEvent, audience: string[]): Promise<string[]> {
  const members = [...new Set(audience)]
  if (members.length === 0) return []
  const rows = await prisma.$queryRaw<{ member: string }[]>`
    SELECT member FROM app_who_sees(${members}::uuid[], ${event.accountId}::uuid, ${event.side}::side,
                                    ${event.subjectType}, ${event.subjectId}::uuid) AS seen (member)`
  return rows.map((row) => row.member)
}

async function notify(eventId: string, members: string[]): Promise<void> {
  const ids = members.map(() => uuidv7())
  await unscopedPrisma().$queryRaw`
    SELECT app_notify(${eventId}::uuid, ${members}::uuid[], ${ids}::uuid[], ${mailWindow}::interval)`
}
