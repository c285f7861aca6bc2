import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'

/** The stories are told in the past: the first one began this many days before the demo was filled. */
export const storyDays = 60

/** Sets the clock of the story: a day counted from its beginning, and an hour of that day in UTC. */
export function at(day: number, hour = 9, minute = 0): void {
  const start = new Date()
  start.setUTCHours(0, 0, 0, 0)
  const instant = new Date(
    start.getTime() - (storyDays - day) * 86_400_000 + hour * 3_600_000 + minute * 60_000,
  )
  // Nothing of the demo happens after the moment in which it is filled.
  setClock(() => new Date(Math.min(instant.getTime(), Date.now())))
}

/** A day of the story, as a date is written. */
export function dayOf(day: number): string {
  return new Date(Date.now() - (storyDays - day) * 86_400_000).toISOString().slice(0, 10)
}

const members = new Map<string, string>()

/** The membership id of a person of the cast: the first one of that address, also after the person has left. */
export async function memberId(email: string): Promise<string> {
  const known = members.get(email)
  if (known) return known
  const membership = await unscopedPrisma().membership.findFirst({
    where: { user: { email } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  if (!membership) throw new Error(`nobody has the address ${email}`)
  members.set(email, membership.id)
  return membership.id
}

/** Does something as a person of the cast, named by the address, as the edge would run it. */
export async function as<T>(email: string, work: (actor: Actor) => Promise<T>): Promise<T> {
  return asMember(await memberId(email), work)
}

/** Does something as one membership of a person who has several. */
export async function asMember<T>(membershipId: string, work: (actor: Actor) => Promise<T>): Promise<T> {
  const actor = await unscopedFindActor(membershipId)
  if (!actor) throw new Error('nobody acts as this membership')
  const origin = { requestId: 'demo', ipAddress: '', userAgent: '' }
  return requestOrigin.run(origin, () => runAsActor(actor.membershipId, () => work(actor)))
}

/** The token that stands in the newest invitation mail to an address: the invited person opens that mail. */
export async function tokenMailedTo(email: string): Promise<string> {
  const mail = await unscopedPrisma().mail.findFirst({
    where: { to: email, template: { in: ['invitation', 'guestInvitation'] } },
    orderBy: { id: 'desc' },
  })
  const token = /\/invitation\/([\w-]+)/.exec(mail?.text ?? '')?.[1]
  if (!token) throw new Error(`no invitation was mailed to ${email}`)
  return token
}
