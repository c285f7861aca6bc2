import { acceptInvitation } from '#app/domain/accounts/commands/accept-invitation.server.ts'
import { openAccount } from '#app/domain/accounts/commands/accounts.server.ts'
import { assignCoverage } from '#app/domain/accounts/commands/coverage.server.ts'
import { changeMember } from '#app/domain/accounts/commands/members.server.ts'
import { hashPassword } from '#app/domain/auth/password.server.ts'
import { unscopedFoundSupplier } from '#app/domain/auth/setup.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { cast, demoPassword } from '../cast.ts'
import { inviteColleagues } from '../people.ts'
import { as, asMember, memberId, tokenMailedTo } from '../stage.ts'

export const joan = 'admin@kestrel.example'
export const noor = 'noor@kestrel.example'
export const rui = 'rui@aurora.example'
const hugo = 'admin@aurora.example'
const quinn = 'quinn@halden.example'

/** Whoever runs the portal lets a second supplier in; its administrator invites the own people. */
export async function foundKestrel(): Promise<void> {
  const kestrel = cast.find(({ key }) => key === 'kestrel')
  const administrator = kestrel?.people[0]
  if (!kestrel || !administrator) throw new Error('the cast has no second supplier')
  const { name: organizationName, language, timeZone } = kestrel
  const { email, name, functions } = administrator
  const passwordHash = await hashPassword(demoPassword)
  await unscopedPrisma().$transaction((tx) =>
    unscopedFoundSupplier(tx, { organizationName, language, timeZone, name, email, passwordHash }),
  )
  await as(joan, (actor) =>
    changeMember(actor, actor.membershipId, { name, functions, isAdministrator: true }),
  )
  await inviteColleagues(kestrel)
}

interface Customer {
  customerName: string
  administratorName: string
  email: string
  language: Language
  timeZone: string
}

const open = (customer: Customer) =>
  as(joan, (actor) => openAccount(actor, { ...customer, isRestricted: false }))

/** Accepts the newest invitation of an address as somebody who is signed in already. */
async function joinSignedIn(email: string, given: { as?: string }): Promise<void> {
  const token = await tokenMailedTo(email)
  await as(email, async (actor) => {
    const { userId, language, theme, timeZone } = actor
    const signedIn = { sessionHash: '', userId, email, language, theme, timeZone, actor, freshCookie: null }
    await acceptInvitation(token, signedIn, given)
  })
}

/** Aurora is Halden's customer already and joins as the organization that it is: one sign-in, two suppliers. */
export async function openAurora(): Promise<string> {
  const accountId = await open({
    ...{ customerName: 'Aurora Refrigeração', language: 'pt', timeZone: 'Europe/Lisbon' },
    ...{ administratorName: 'Hugo Pires', email: hugo },
  })
  const { organizationId } = await as(hugo, async (actor) => actor)
  await joinSignedIn(hugo, { as: organizationId })
  await cover(hugo, accountId, rui)
  await cover(joan, accountId, noor)
  return accountId
}

/** Halden buys from Kestrel: Quinn has a second membership, on the customer's side, and switches. Gives that one as well. */
export async function openHalden(): Promise<{ accountId: string; buyer: string }> {
  const accountId = await open({
    ...{ customerName: 'Halden Components', language: 'en', timeZone: 'America/Los_Angeles' },
    ...{ administratorName: 'Quinn Abbott', email: quinn },
  })
  await joinSignedIn(quinn, {})
  const { id: buyer } = await unscopedPrisma().membership.findFirstOrThrow({
    where: { side: 'customer', user: { email: quinn } },
    select: { id: true },
  })
  const granted = { name: 'Quinn Abbott', functions: ['quality' as const], isAdministrator: true }
  await asMember(buyer, (actor) => changeMember(actor, buyer, granted))
  return { accountId, buyer }
}

async function cover(administrator: string, accountId: string, email: string): Promise<void> {
  const membershipId = await memberId(email)
  await as(administrator, (actor) =>
    assignCoverage(actor, accountId, { function: 'engineering', membershipId }),
  )
}
