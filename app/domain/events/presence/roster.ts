import type { Side } from '#app/domain/access/actor.ts'

/** Somebody who has a record open. */
export interface Present {
  id: string
  name: string
  side: Side
}

interface Part {
  people: Present[]
}

/** A process that says nothing for so long has died, and those it served are gone (milliseconds). */
export const silenceBeforeGone = 25_000

/**
 * Who has which record open, as the processes last said it: each process speaks for those whom it serves, and says
 * all of them each time. What comes twice or late thus changes nothing.
 */
export function createRoster() {
  const parts = new Map<string, Map<string, Part>>()
  const heardAt = new Map<string, number>()

  /** @returns the subjects at which somebody is gone with the process */
  const forget = (process: string): string[] => {
    heardAt.delete(process)
    return [...parts].filter(([subject]) => put(process, subject, [])).map(([subject]) => subject)
  }

  /** @returns whether those who are seen there are others now */
  const put = (process: string, subject: string, people: Present[]): boolean => {
    const before = namesOf(at(subject))
    const there = parts.get(subject) ?? new Map<string, Part>()
    if (people.length > 0) there.set(process, { people })
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

  /** Notes that a process lives. @param now milliseconds */
  const heard = (process: string, now: number): void => void heardAt.set(process, now)

  /** Forgets the processes that went silent. @returns the subjects at which somebody is gone with them */
  const sweep = (now: number): string[] =>
    [...heardAt].filter(([, last]) => now - last > silenceBeforeGone).flatMap(([process]) => forget(process))

  return { put, at, heard, sweep }
}

const namesOf = (people: Present[]): string => people.map(({ id }) => id).join()
