import { cast, former } from './cast.ts'
import type { Accounts } from './people.ts'
import { at } from './stage.ts'
import { unwrapped } from './unwrapped.ts'

/** A moment of a story: a day counted from its beginning, an hour of that day in UTC, and minutes where they matter. */
export type Moment = readonly [day: number, hour: number, minute?: number]

export interface Scene {
  when: Moment
  tell: () => Promise<unknown>
}

/** What stories have in common: ids by the names that the stories use. */
export interface World {
  accounts: Accounts
  products: Record<string, string>
  notes: Map<string, string>
}

/** Tells the scenes of all stories in the order in which they happened, so that numbers and ids follow time. */
export async function play(scenes: Scene[]): Promise<void> {
  const minutes = ([day, hour, minute = 0]: Moment) => (day * 24 + hour) * 60 + minute
  for (const { when, tell } of scenes.toSorted((a, b) => minutes(a.when) - minutes(b.when))) {
    at(...when)
    await tell()
  }
}

type Supplier = 'ingrid' | 'dev' | 'marcus' | 'tomas' | 'quinn'
type Former = keyof typeof former
type Customer = 'lin' | 'chen' | 'wu' | 'rui' | 'sofia' | 'ana' | 'pavel' | 'irina' | 'oleg'
export type Person = Supplier | Customer | Former

/** The address of a person of the cast. */
export function addressOf(person: Person): string {
  const people = [...cast.flatMap((organization) => organization.people), ...Object.values(former)]
  const found = people.find(({ email }) => email.startsWith(`${person}@`))
  if (!found) throw new Error(`nobody is called ${person}`)
  return found.email
}

/** An id that an earlier scene has left. */
export function known(ids: Map<string, string> | Record<string, string>, name: string): string {
  const id = ids instanceof Map ? ids.get(name) : ids[name]
  if (!id) throw new Error(`the stories know no ${name} yet`)
  return id
}

/**
 * A text in Markdown as it is typed: backslashes stay, and only a backtick has to be escaped. A paragraph is one line,
 * however the source is broken: in a message every line break is shown.
 */
export function md(source: TemplateStringsArray): string {
  return unwrapped((source.raw[0] ?? '').replaceAll('\\`', '`').trim())
}
