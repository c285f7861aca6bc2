import type { Side } from '#app/domain/access/actor.ts'

/** Somebody who has a record open. */
export interface Present {
  id: string
  name: string
  side: Side
}

interface Part {
  people: Present[]
  /** When it was said last (milliseconds). */
  saidAt: number
}

/** What a process has not said again for so long does not hold any more (milliseconds). */
export const silenceBeforeGone = 25_000

/**
 * Who has which record open, as the processes last said it: each process speaks for those whom it serves, says all of
 * them each time, and says it again while it holds. What comes twice, late or never thus does no harm.
 */
export function createRoster() {
  const parts = new Map<string, Map<string, Part>>()

  /** @param now milliseconds @returns whether those who are seen there are others now */
  const put = (process: string, subject: string, people: Present[], now: number): boolean => {
    const before = namesOf(at(subject))
    const there = parts.get(subject) ?? new Map<string, Part>()
    if (people.length > 0) there.set(process, { people, saidAt: now })
    else there.delete(process)
    if (there.size > 0) parts.set(subject, there)
    else parts.delete(subject)
    return namesOf(at(subject)) !== before
  }

  /** Each person once, however many windows and processes, in the order of their names. */
  const at = (subject: string): Present[] => {
    const found = new Map<string, Present>()
    for (const { people } of parts.get(subject)?.values() ?? [])
      for (const person of people) found.set(person.id, person)
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
  }

  /** Forgets what was not said again. @param now milliseconds @returns the subjects at which others are seen now */
  const sweep = (now: number): string[] => {
    const stale = [...parts].flatMap(([subject, there]) =>
      [...there]
        .filter(([, { saidAt }]) => now - saidAt > silenceBeforeGone)
        .map(([process]) => ({ process, subject })),
    )
    const changed = stale.filter(({ process, subject }) => put(process, subject, [], now))
    return [...new Set(changed.map(({ subject }) => subject))]
  }

  return { put, at, sweep }
}

const namesOf = (people: Present[]): string => people.map(({ id }) => id).join()
