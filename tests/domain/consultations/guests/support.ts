import type { Actor } from '#app/domain/access/actor.ts'
import type { SignedIn } from '#app/domain/auth/session.server.ts'
import { acceptAsGuest } from '#app/domain/consultations/guests/commands/accept.server.ts'
import { contributeAsGuest } from '#app/domain/consultations/guests/commands/contribute.server.ts'
import { inviteGuest } from '#app/domain/consultations/guests/commands/invite.server.ts'
import type { GuestContribution, GuestInput } from '#app/domain/consultations/guests/forms.ts'
import { asGuest, type Seat } from '#app/domain/consultations/guests/queries/seats.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { store } from '#tests/support/stored.ts'
import { as } from '../support.ts'

/** The day so many days from today, as the form gives it. */
export const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export const password = 'ceramic hybrid races hum'

const nadia: GuestInput = {
  ...{ name: 'Nadia Petrova', organizationName: 'Corvid Bearings', email: 'nadia@corvid.example' },
  ...{ language: 'ru', grade: 'write', view: 'fromNow', endsOn: dayIn(30) },
}

export const invite = (actor: Actor, id: string, changes: Partial<GuestInput> = {}) =>
  as(actor, () => inviteGuest(actor, id, { ...nadia, ...changes }))

/** What stands in the link of the newest mail to an address. */
export async function tokenFor(email: string): Promise<string> {
  const mail = await unscopedPrisma().mail.findFirstOrThrow({
    where: { to: email, template: 'guestInvitation' },
    orderBy: { id: 'desc' },
  })
  return /guest\/invitation\/([\w-]+)/.exec(mail.text)?.[1] ?? ''
}

export interface Guest {
  id: string
  signedIn: SignedIn
  membershipId: string
}

export async function guestOf(id: string): Promise<Guest> {
  const { member } = await unscopedPrisma().consultationGuest.findUniqueOrThrow({
    where: { id },
    select: { member: { select: { id: true, user: true } } },
  })
  if (!member) throw new Error('not accepted')
  const { id: userId, email, language, theme, timeZone } = member.user
  const person = { userId, email, language, theme, timeZone }
  const signedIn = { ...person, sessionHash: '', actor: null, freshCookie: null }
  return { id, signedIn, membershipId: member.id }
}

/** Invites and accepts: somebody new. */
export async function letIn(actor: Actor, id: string, changes: Partial<GuestInput> = {}): Promise<Guest> {
  const guestId = await invite(actor, id, changes)
  const email = changes.email ?? nadia.email
  const isKnown = (await unscopedPrisma().credential.count({ where: { user: { email } } })) > 0
  await acceptAsGuest(
    await tokenFor(email),
    null,
    isKnown ? { password } : { name: 'Nadia Petrova', password },
  )
  return guestOf(guestId)
}

export const asSeat = <T>(guest: Guest, work: (seat: Seat) => Promise<T>) =>
  asGuest(guest.signedIn, guest.id, work)

/** The database alone: in the name of the guest's membership, whatever the application asks first. */
export const asItsMembership = <T>({ membershipId }: Guest, work: () => Promise<T>) =>
  as({ membershipId } as Actor, work)

/** A file that a guest sent and that hangs from nothing yet. */
export const uploadedBy = (guest: Guest) =>
  asSeat(guest, (seat) =>
    store(seat as unknown as Actor, {
      name: 'cage.txt',
      type: 'text/plain',
      bytes: Buffer.from('PA66'),
    }),
  )

/** Writes a part that is the guest's: handed in, unless `changes` say something else. */
export const contributes = (guest: Guest, partId: string, changes: Partial<GuestContribution> = {}) =>
  asSeat(guest, (seat) =>
    contributeAsGuest(seat, partId, {
      ...{ act: 'handIn', contribution: 'The cage is PA66', fileIds: [], revision: 1, ...changes },
    }),
  )
