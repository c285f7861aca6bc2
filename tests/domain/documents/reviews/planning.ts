import { afterEach, beforeEach } from 'vitest'
import { scheduleRelease } from '#app/domain/documents/reviews/commands/schedule.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '#tests/support/world.ts'
import { as } from '../notes.ts'
import { forLumen, newest, removeRules, seenBy, submit } from './support.ts'

// Halden's clocks are those of Los Angeles.
export const noon = new Date('2026-03-02T20:00:00Z')
/** When what is planned without another time is due. */
export const due = '2026-03-03T16:00:00Z'
export const at = (instant: Date | string) => setClock(() => new Date(instant))
export const plans = () => unscopedPrisma().documentScheduledRelease.count()

/** Each test begins at noon and without rules; gives what plans a release of a note of Ingrid's. */
export function usePlanning(world: World) {
  beforeEach(async () => {
    await removeRules()
    at(noon)
  })
  afterEach(() => void at(noon))
  const { people } = world
  async function planned(releaseAt = '2026-03-03T08:00', by = people.dev): Promise<string> {
    const id = await submit(people.ingrid, forLumen(world))
    const seen = await seenBy(by, id)
    await as(by, () => scheduleRelease(by, id, { ...seen, releaseAt }))
    return id
  }
  const isReleased = async (id: string) => (await newest(people.ingrid, id)).status === 'released'
  return { planned, isReleased }
}
