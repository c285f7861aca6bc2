import { z } from 'zod'
import type { Actor, Side } from '#app/domain/access/actor.ts'
import { listen } from '#app/platform/database/listen.server.ts'
import { log } from '#app/platform/log.server.ts'
import { attend, listenToPresence, type PresenceMessage } from './presence/presence.server.ts'

/** What a page is told: that something happened to a record, and nothing of what it was. It loads again by itself. */
export interface LiveMessage {
  type: string
  subjectType: string
  subjectId: string
  id: string
}

/** What a reader may hear of at present. */
export interface LiveAccess {
  /** The accounts that the reader may enter. */
  accounts: string[]
  /** Records that were resolved through their scopes, as `subjectType:subjectId`. */
  subjects: string[]
  /** Kinds of record of which every change in those accounts is told: for lists. */
  kinds: string[]
  /** Whether the reader's own bell is wanted. */
  hasBell: boolean
}

export interface LiveReader {
  actor: Actor
  send: (message: LiveMessage | PresenceMessage) => void
  /** Ends the stream: the reader lost its access. */
  close: () => void
  /** Works out anew what the reader may hear of; null when that is nothing any more. Runs as the actor. */
  resolve: () => Promise<LiveAccess | null>
}

interface Subscription extends LiveReader {
  accounts: Set<string>
  subjects: Set<string>
  kinds: Set<string>
  hasBell: boolean
  /** The checks that are under way, one after the other. */
  checking: Promise<boolean>
}

const Announced = z.object({
  id: z.string(),
  type: z.string(),
  organizationId: z.string(),
  accountId: z.string().nullable(),
  side: z.enum(['supplier', 'customer']).nullable(),
  subjectType: z.string(),
  subjectId: z.string(),
  actorId: z.string().nullable(),
})
type Announced = z.output<typeof Announced>

/** After an event about one of these somebody may have lost access. */
const accessSubjects = new Set(['account', 'member', 'membership', 'organization', 'team', 'user'])

/** The same of one record: whoever looks at it is looked at anew. */
const accessTypes = new Set([
  'consultation.participantAdded',
  'consultation.participantChanged',
  'consultation.participantRemoved',
])

const subscriptions = new Set<Subscription>()
let listening: Promise<unknown> | undefined

/**
 * Tells a reader of what happens to the records it may see, from all processes: the database announces every event,
 * one connection per process hears it, and the rest happens in memory. Resolves once nothing is missed any more.
 */
export async function subscribe(
  reader: LiveReader,
): Promise<{ check: () => Promise<boolean>; end: () => void }> {
  const subscription: Subscription = {
    ...reader,
    accounts: new Set(),
    subjects: new Set(),
    kinds: new Set(),
    hasBell: false,
    checking: Promise.resolve(true),
  }
  await listenOnce()
  subscriptions.add(subscription)
  await checkAccess(subscription)
  return { check: () => checkAccess(subscription), end: () => end(subscription) }
}

/** For the metrics and the tests: how many streams this process serves. */
export const subscriptionCount = (): number => subscriptions.size

function listenOnce(): Promise<unknown> {
  listening ??= Promise.all([
    listen('event', { heard: eventHeard, reconnected: tellAll }),
    listen('notification', { heard: notificationHeard }),
    listenToPresence(),
  ]).catch((error: unknown) => {
    listening = undefined
    throw error
  })
  return listening
}

function checkAccess(subscription: Subscription): Promise<boolean> {
  subscription.checking = subscription.checking.then(() => renew(subscription))
  return subscription.checking
}

async function renew(subscription: Subscription): Promise<boolean> {
  if (!subscriptions.has(subscription)) return false
  const access = await subscription.resolve().catch((error: unknown) => {
    log.warn({ err: error }, 'the access of a live stream could not be checked')
    return null
  })
  // It may have ended while its access was looked at: who has left is not there again.
  if (!subscriptions.has(subscription)) return false
  if (!access) {
    drop(subscription)
    return false
  }
  subscription.accounts = new Set(access.accounts)
  subscription.subjects = new Set(access.subjects)
  subscription.kinds = new Set(access.kinds)
  subscription.hasBell = access.hasBell
  attend(subscription, access.subjects)
  return true
}

function end(subscription: Subscription): void {
  subscriptions.delete(subscription)
  attend(subscription, [])
}

function drop(subscription: Subscription): void {
  end(subscription)
  subscription.close()
}

function eventHeard(payload: string): void {
  const event = Announced.parse(JSON.parse(payload))
  const changesAccess = accessSubjects.has(event.subjectType) || accessTypes.has(event.type)
  for (const subscription of subscriptions) {
    if (changesAccess && mayLoseAccess(subscription, event)) void checkAccess(subscription)
    if (concerns(subscription, event)) void tell(subscription, event)
  }
}

/** What comes while access is checked waits for the outcome. */
async function tell(subscription: Subscription, event: Announced): Promise<void> {
  await subscription.checking
  if (subscriptions.has(subscription) && concerns(subscription, event)) subscription.send(messageOf(event))
}

function concerns({ actor, accounts, subjects, kinds }: Subscription, event: Announced): boolean {
  if (event.side !== null && event.side !== (actor.side satisfies Side)) return false
  // A record that was found in its scope is told of, also where the account is not the reader's.
  if (subjects.has(`${event.subjectType}:${event.subjectId}`)) return true
  return event.accountId !== null && accounts.has(event.accountId) && kinds.has(event.subjectType)
}

function mayLoseAccess({ actor, accounts }: Subscription, event: Announced): boolean {
  if (event.subjectType === 'user') return event.subjectId === actor.userId
  return (
    event.organizationId === actor.organizationId ||
    event.subjectId === actor.membershipId ||
    (event.accountId !== null && accounts.has(event.accountId))
  )
}

function messageOf({ type, subjectType, subjectId, id }: Announced): LiveMessage {
  return { type, subjectType, subjectId, id }
}

const Rung = z.object({ membershipId: z.string() })

function notificationHeard(payload: string): void {
  const { membershipId } = Rung.parse(JSON.parse(payload))
  for (const { actor, hasBell, send } of subscriptions) {
    if (!hasBell || actor.membershipId !== membershipId) continue
    send({ type: 'notification.written', subjectType: 'notification', subjectId: membershipId, id: '' })
  }
}

/** The connection that listens was away: everybody looks again. */
function tellAll(): void {
  for (const { send } of subscriptions) send({ type: 'missed', subjectType: '', subjectId: '', id: '' })
}
