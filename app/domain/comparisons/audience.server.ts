import type { MemberFunction, Side } from '#app/domain/access/actor.ts'
import { type Audience, nobody, type RecordedEvent } from '#app/domain/events/audience.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { ComparisonEventType } from './events.ts'

/** Who has to do with a comparison already: its owner, and everybody who put in a value or signed. */
async function participants(event: RecordedEvent, database: Database): Promise<string[]> {
  const comparison = await database.comparison.findUnique({
    where: { id: event.subjectId },
    select: {
      ownerId: true,
      signatures: { select: { signedById: true } },
      assumptions: { select: { supplierChangedById: true, customerChangedById: true } },
    },
  })
  if (!comparison) return []
  const { ownerId, signatures, assumptions } = comparison
  const changers = assumptions.flatMap((each) => [each.supplierChangedById, each.customerChangedById])
  const all = [ownerId, ...signatures.map((each) => each.signedById), ...changers]
  return [...new Set(all.filter((id) => id !== null))]
}

async function ofSide(ids: string[], side: Side, database: Database): Promise<string[]> {
  const members = await database.membership.findMany({
    where: { id: { in: ids }, side },
    select: { id: true },
  })
  return members.map((member) => member.id)
}

/** The customer's members with one of these functions. */
async function customers(event: RecordedEvent, database: Database, functions: MemberFunction[]) {
  const members = await database.membership.findMany({
    where: {
      side: 'customer',
      deactivatedAt: null,
      functions: { hasSome: functions },
      organization: { customerAccounts: { some: { id: event.accountId ?? '' } } },
    },
    select: { id: true },
  })
  return members.map((member) => member.id)
}

/** The account managers on the account's team: who else can sign for the supplier. */
async function managers(event: RecordedEvent, database: Database): Promise<string[]> {
  const members = await database.teamMember.findMany({
    where: {
      accountId: event.accountId ?? '',
      membership: { deactivatedAt: null, functions: { has: 'account_management' } },
    },
    select: { membershipId: true },
  })
  return members.map((member) => member.membershipId)
}

/** Who else of the supplier could approve it: the team, or whoever has the function where there is no team. */
async function approvers(event: RecordedEvent, database: Database): Promise<string[]> {
  const can = {
    ...{ deactivatedAt: null, side: 'supplier' as const },
    functions: { hasSome: ['account_management', 'engineering'] satisfies MemberFunction[] },
  }
  const account = await database.account.findUnique({
    where: { id: event.accountId ?? '' },
    select: {
      isRestricted: true,
      supplierId: true,
      team: { where: { membership: can }, select: { membershipId: true } },
    },
  })
  const team = account?.team.map(({ membershipId }) => membershipId) ?? []
  if (!account || account.isRestricted || team.length > 1) return team
  const house = await database.membership.findMany({
    where: { ...can, organizationId: account.supplierId },
    select: { id: true },
  })
  return house.map(({ id }) => id)
}

const readers: Audience = (event, database) => customers(event, database, ['purchasing', 'engineering'])

/** The supplier hears of the customer's values at the owner's desk; of the supplier's whoever works with them. */
export const otherSide: Audience = async (event, database) => {
  const known = await participants(event, database)
  if (event.side === 'supplier') return ofSide(known, 'supplier', database)
  if (event.payload.side === 'customer') return ofSide(known, 'supplier', database)
  const people = await ofSide(known, 'customer', database)
  return people.length > 0 ? people : customers(event, database, ['purchasing'])
}

const bothSides: Audience = async (event, database) => [
  ...(await participants(event, database)),
  ...(await managers(event, database)),
  ...(await customers(event, database, ['purchasing'])),
]

const everybody: Audience = async (event, database) => [
  ...(await bothSides(event, database)),
  ...(await readers(event, database)),
]

/** Who hears of what. The one who acted is left out by whoever tells them. */
export const comparisonAudience = {
  'comparison.created': nobody,
  'comparison.copied': nobody,
  'comparison.approvalAsked': approvers,
  'comparison.approved': otherSide,
  'comparison.sentBack': otherSide,
  'comparison.shared': readers,
  'comparison.valueChanged': otherSide,
  'comparison.volumeChanged': otherSide,
  'comparison.structureChanged': otherSide,
  'comparison.signed': bothSides,
  'comparison.agreed': everybody,
  'comparison.trialBegun': everybody,
  'comparison.rejected': bothSides,
  'comparison.withdrawn': otherSide,
  'comparison.closed': everybody,
} satisfies Record<ComparisonEventType, Audience>
