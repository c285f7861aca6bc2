import { beforeAll } from 'vitest'
import type { Actor, MemberFunction, Side } from '#app/domain/access/actor.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from './database.ts'

interface Person {
  name: string
  functions: MemberFunction[]
  isAdministrator?: boolean
}

const halden: Record<string, Person> = {
  ingrid: { name: 'Ingrid Solberg', functions: ['engineering'] },
  dev: { name: 'Dev Patel', functions: ['engineering'] },
  marcus: { name: 'Marcus Reed', functions: ['account_management'] },
  tomas: { name: 'Tomas Novak', functions: ['logistics'] },
  quinn: { name: 'Quinn Abbott', functions: ['quality'] },
  admin: { name: 'Avery Cole', functions: [], isAdministrator: true },
}
const lumen: Record<string, Person> = {
  lin: { name: '林晓', functions: ['engineering'] },
  chen: { name: '陈伟', functions: ['purchasing'] },
  wu: { name: '吴敏', functions: ['logistics'] },
  lumenAdmin: { name: '黄海', functions: [], isAdministrator: true },
}
const aurora: Record<string, Person> = {
  rui: { name: 'Rui Tavares', functions: ['engineering'] },
  sofia: { name: 'Sofia Matos', functions: ['purchasing'] },
  ana: { name: 'Ana Lopes', functions: ['logistics'] },
  auroraAdmin: { name: 'Hugo Pires', functions: [], isAdministrator: true },
}

export type PersonName =
  | 'ingrid'
  | 'dev'
  | 'marcus'
  | 'tomas'
  | 'quinn'
  | 'admin'
  | 'lin'
  | 'chen'
  | 'wu'
  | 'lumenAdmin'
  | 'rui'
  | 'sofia'
  | 'ana'
  | 'auroraAdmin'

async function enter(organizationId: string, name: string, side: Side, people: Record<string, Person>) {
  const database = unscopedPrisma()
  const actors: Record<string, Actor> = {}
  for (const [key, person] of Object.entries(people)) {
    const user = await database.user.create({
      data: { email: `${key.toLowerCase()}@${name.split(' ')[0]?.toLowerCase()}.example`, language: 'en' },
    })
    const membership = await database.membership.create({
      data: { ...person, userId: user.id, organizationId, side },
    })
    actors[key] = {
      membershipId: membership.id,
      userId: user.id,
      organizationId,
      organizationName: name,
      side,
      name: person.name,
      functions: person.functions,
      isAdministrator: person.isAdministrator ?? false,
      language: 'en',
      timeZone: 'UTC',
      theme: 'system',
    }
  }
  return actors
}

export interface World {
  people: Record<PersonName, Actor>
  organizations: { halden: string; lumen: string; aurora: string }
  /** Lumen's account is open to all of Halden; Aurora's is restricted to Marcus and Dev. */
  accounts: { lumen: string; aurora: string }
  family: string
  product: string
}

/** The fixed cast: a supplier, two customers (the second is there so that leaks show), a person per function. */
export async function createWorld(): Promise<World> {
  const database = unscopedPrisma()
  const place = (name: string, language: string, timeZone: string) =>
    database.organization.create({ data: { name, language, timeZone } })
  const supplier = await place('Halden Components', 'en', 'America/Los_Angeles')
  const first = await place('Lumen Appliances', 'zh', 'Asia/Shanghai')
  const second = await place('Aurora Refrigeração', 'pt', 'Europe/Lisbon')
  const people = {
    ...(await enter(supplier.id, supplier.name, 'supplier', halden)),
    ...(await enter(first.id, first.name, 'customer', lumen)),
    ...(await enter(second.id, second.name, 'customer', aurora)),
  } as Record<PersonName, Actor>
  const account = (customerId: string, number: number, isRestricted: boolean) =>
    database.account.create({ data: { supplierId: supplier.id, customerId, number, isRestricted } })
  const lumenAccount = await account(first.id, 1, false)
  const auroraAccount = await account(second.id, 2, true)
  await database.numberSeries.create({ data: { organizationId: supplier.id, kind: 'account', next: 3 } })
  const family = await database.productFamily.create({
    data: { organizationId: supplier.id, code: 'CMD', name: 'Compact motor drives' },
  })
  const product = await database.product.create({
    data: { organizationId: supplier.id, familyId: family.id, number: 'CMD-075-4', name: '7.5 kW drive' },
  })
  const team = (accountId: string, ...members: PersonName[]) =>
    database.teamMember.createMany({
      data: members.map((m) => ({ accountId, membershipId: people[m].membershipId })),
    })
  await team(lumenAccount.id, 'ingrid', 'marcus', 'tomas')
  await team(auroraAccount.id, 'dev', 'marcus')
  const cover = (accountId: string, side: Side, member: PersonName, fn: MemberFunction) =>
    database.coverage.create({
      data: { accountId, side, membershipId: people[member].membershipId, function: fn },
    })
  await cover(lumenAccount.id, 'supplier', 'ingrid', 'engineering')
  await cover(lumenAccount.id, 'supplier', 'marcus', 'purchasing')
  await cover(lumenAccount.id, 'customer', 'lin', 'engineering')
  await cover(lumenAccount.id, 'customer', 'chen', 'purchasing')
  await cover(auroraAccount.id, 'supplier', 'dev', 'engineering')
  await cover(auroraAccount.id, 'customer', 'rui', 'engineering')
  return {
    people,
    organizations: { halden: supplier.id, lumen: first.id, aurora: second.id },
    accounts: { lumen: lumenAccount.id, aurora: auroraAccount.id },
    family: family.id,
    product: product.id,
  }
}

/** Called once at the top of a test file: the cast on a database of the file's own, filled from the first `beforeAll` on. */
export function useWorld(): World {
  useTestDatabase()
  const world = { people: {}, organizations: {}, accounts: {}, family: '', product: '' } as World
  beforeAll(async () => {
    const { people, organizations, accounts, ...ids } = await createWorld()
    Object.assign(world.people, people)
    Object.assign(world.organizations, organizations)
    Object.assign(world.accounts, accounts)
    Object.assign(world, ids)
  })
  return world
}
