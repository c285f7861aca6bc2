import { acceptInvitation } from '#app/domain/accounts/commands/accept-invitation.server.ts'
import { openAccount } from '#app/domain/accounts/commands/accounts.server.ts'
import { inviteMember } from '#app/domain/accounts/commands/invitations.server.ts'
import { prepareFirstStart, setUp } from '#app/domain/auth/setup.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type CastMember, type CastOrganization, cast, demoPassword } from './cast.ts'
import { as, at, tokenMailedTo } from './stage.ts'

type Place = Pick<CastOrganization, 'language' | 'timeZone'>

/** Each person opens the invitation's mail, gives a password, and chooses the own language and zone. */
export async function join(person: CastMember, organization: Place) {
  const token = await tokenMailedTo(person.email)
  await acceptInvitation(token, null, { name: person.name, password: demoPassword })
  const { language, timeZone } = organization
  await unscopedPrisma().user.update({ where: { email: person.email }, data: { language, timeZone } })
}

export async function inviteColleagues(organization: CastOrganization) {
  const [administrator, ...others] = organization.people
  if (!administrator) return
  for (const { email, name, functions } of others) {
    await as(administrator.email, (actor) =>
      inviteMember(actor, { email, name, functions, isAdministrator: false }),
    )
  }
  for (const person of others) await join(person, organization)
}

async function setUpSupplier({ name, language, timeZone, people }: CastOrganization) {
  const administrator = people[0]
  const first = await prepareFirstStart()
  if (!administrator || !first) throw new Error('the demo is for an empty database')
  await setUp({
    code: first.code,
    organizationName: name,
    language,
    timeZone,
    name: administrator.name,
    email: administrator.email,
    password: demoPassword,
  })
}

async function openCustomer(customer: CastOrganization): Promise<string> {
  const administrator = customer.people[0]
  if (!administrator) throw new Error('a customer needs an administrator')
  const accountId = await as('marcus@halden.example', (actor) =>
    openAccount(actor, {
      customerName: customer.name,
      language: customer.language,
      timeZone: customer.timeZone,
      administratorName: administrator.name,
      email: administrator.email,
      isRestricted: customer.key === 'kholod',
    }),
  )
  await join(administrator, customer)
  return accountId
}

export type Accounts = Record<'lumen' | 'aurora' | 'kholod', string>

/** Halden sets up its portal, invites its people, and opens an account with each customer. */
export async function tellPeople(): Promise<Accounts> {
  const [supplier, ...others] = cast
  const customers = others.filter(({ side }) => side === 'customer')
  if (!supplier) throw new Error('the cast has no supplier')
  at(0, 16)
  await setUpSupplier(supplier)
  await inviteColleagues(supplier)
  const accounts: Partial<Accounts> = {}
  for (const [index, customer] of customers.entries()) {
    at(1 + index, 17)
    accounts[customer.key as keyof Accounts] = await openCustomer(customer)
    await inviteColleagues(customer)
  }
  return accounts as Accounts
}
