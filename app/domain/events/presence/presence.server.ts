import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Actor, type Side, sides } from '#app/domain/access/actor.ts'
import { listen, notify } from '#app/platform/database/listen.server.ts'
import { log } from '#app/platform/log.server.ts'
import { createRoster, type Present } from './roster.ts'

/** What a page is told of those who have its record open, and of one who writes there. */
export type PresenceMessage =
  | { type: 'presence'; subjectType: string; subjectId: string; people: Present[] }
  | { type: 'typing'; subjectType: string; subjectId: string; person: Present; isNote: boolean }

/** A stream, with the records that its reader may see at present. */
export interface Attendee {
  actor: Pick<Actor, 'membershipId' | 'name' | 'side'>
  subjects: Set<string>
  /** The check of the reader's access that is under way: nothing is told before its outcome. */
  checking: Promise<boolean>
  send: (message: PresenceMessage) => void
}

const channel = 'presence'
/** Records of which it is told who has them open. */
const kinds = ['consultation']
/** Who loads another page, or whose connection broke off, is not gone at once. */
const lingering = 3000
const heartbeat = 10_000
/** PostgreSQL announces up to 8,000 bytes. */
const largestPayload = 7500
const longestName = 80

const Person = z.object({ id: z.string(), name: z.string(), side: z.enum(sides) })
const Said = z.union([
  z.object({ process: z.string(), subject: z.string(), people: z.array(Person) }),
  z.object({ subject: z.string(), typing: Person, side: z.enum(sides).nullable() }),
  z.object({ process: z.string(), isNew: z.literal(true) }),
])
type Said = z.output<typeof Said>

const ownName: string = randomUUID()
const roster = createRoster()
const attendees = new Map<string, Set<Attendee>>()
/** Who is here by this process, by record and person, with the number of their windows. */
const here = new Map<string, Map<string, { person: Present; windows: number }>>()
let listening: Promise<void> | undefined

/** Hears of the other processes from now on. Resolves once nothing is missed any more. */
export function listenToPresence(): Promise<void> {
  listening ??= begin().catch((error: unknown) => {
    listening = undefined
    throw error
  })
  return listening
}

async function begin(): Promise<void> {
  const introduce = () => {
    say({ process: ownName, isNew: true })
    announceAll()
  }
  await listen(channel, { heard: (text) => hear(Said.parse(JSON.parse(text))), reconnected: introduce })
  introduce()
  setInterval(() => {
    announceAll()
    for (const subject of roster.sweep(Date.now())) tellPresent(subject)
  }, heartbeat).unref()
}

/** The records that a stream's reader sees are others now: the first time, after a change of access, at its end. */
export function attend(attendee: Attendee, subjects: Iterable<string>): void {
  const wanted = new Set([...subjects].filter((subject) => kinds.includes(subject.split(':')[0] ?? '')))
  const before = [...attendees].filter(([, all]) => all.has(attendee)).map(([subject]) => subject)
  for (const subject of before) if (!wanted.has(subject)) leave(attendee, subject)
  for (const subject of wanted) if (!before.includes(subject)) enter(attendee, subject)
}

function enter(attendee: Attendee, subject: string): void {
  const person = personOf(attendee.actor)
  attendees.set(subject, (attendees.get(subject) ?? new Set()).add(attendee))
  const people = here.get(subject) ?? new Map<string, { person: Present; windows: number }>()
  here.set(subject, people)
  const windows = people.get(person.id)?.windows ?? 0
  people.set(person.id, { person, windows: windows + 1 })
  if (windows === 0) announce(subject)
  // Whom it does not change tells nobody anew, and the reader has to know who is there.
  void tell(attendee, subject, presenceAt(subject))
}

function leave(attendee: Attendee, subject: string): void {
  const listeners = attendees.get(subject)
  listeners?.delete(attendee)
  if (listeners?.size === 0) attendees.delete(subject)
  setTimeout(() => closeWindow(subject, attendee.actor.membershipId), lingering).unref()
}

function closeWindow(subject: string, id: string): void {
  const people = here.get(subject)
  const found = people?.get(id)
  if (!people || !found) return
  found.windows -= 1
  if (found.windows > 0) return
  people.delete(id)
  if (people.size === 0) here.delete(subject)
  announce(subject)
}

/** Says to everybody who has the record open, and may read that side's words, that the actor is writing. */
export function announceTyping(actor: Attendee['actor'], subject: string, side: Side | null): void {
  say({ subject, typing: personOf(actor), side })
}

function announceAll(): void {
  for (const subject of here.keys()) announce(subject)
}

function announce(subject: string): void {
  say({ process: ownName, subject, people: peopleHere(subject) })
}

function say(said: Said): void {
  const text = JSON.stringify(said)
  if ('people' in said && Buffer.byteLength(text) > largestPayload) {
    say({ ...said, people: said.people.slice(0, -5) })
    return
  }
  notify(channel, text).catch((error: unknown) => log.warn({ err: error }, 'presence could not be announced'))
}

function hear(said: Said): void {
  if ('typing' in said) {
    tellTyping(said.subject, said.typing, said.side)
    return
  }
  if ('people' in said) {
    if (roster.put(said.process, said.subject, said.people, Date.now())) tellPresent(said.subject)
  } else if (said.process !== ownName) announceAll()
}

function tellPresent(subject: string): void {
  for (const attendee of attendees.get(subject) ?? []) void tell(attendee, subject, presenceAt(subject))
}

function tellTyping(subject: string, person: Present, side: Side | null): void {
  const [subjectType = '', subjectId = ''] = subject.split(':')
  for (const attendee of attendees.get(subject) ?? []) {
    if (side !== null && attendee.actor.side !== side) continue
    if (attendee.actor.membershipId === person.id) continue
    void tell(attendee, subject, { type: 'typing', subjectType, subjectId, person, isNote: side !== null })
  }
}

async function tell(attendee: Attendee, subject: string, message: PresenceMessage): Promise<void> {
  await attendee.checking
  if (attendee.subjects.has(subject)) attendee.send(message)
}

function presenceAt(subject: string): PresenceMessage {
  const [subjectType = '', subjectId = ''] = subject.split(':')
  return { type: 'presence', subjectType, subjectId, people: roster.at(subject) }
}

function peopleHere(subject: string): Present[] {
  return [...(here.get(subject)?.values() ?? [])].map(({ person }) => person)
}

const personOf = ({ membershipId, name, side }: Attendee['actor']): Present => ({
  id: membershipId,
  name: name.slice(0, longestName),
  side,
})
