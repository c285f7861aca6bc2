import type { Side } from '#app/domain/access/actor.ts'
import { type Audience, nobody, type RecordedEvent } from '#app/domain/events/audience.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { AccountsEventType } from './events.ts'

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

/** The administrators of the organization's side that the event is about. */
const administrators: Audience = async ({ organizationId, side }, database) =>
  ids(
    await database.membership.findMany({
      where: { organizationId, isAdministrator: true, deactivatedAt: null, ...(side ? { side } : {}) },
      select: { id: true },
    }),
  )

const team: Audience = async ({ accountId }, database) => {
  if (!accountId) return []
  const rows = await database.teamMember.findMany({
    where: { accountId, membership: { deactivatedAt: null } },
    select: { membershipId: true },
  })
  return rows.map(({ membershipId }) => membershipId)
}

/** The administrators of one side of the event's account. */
async function administratorsOf(side: Side, event: RecordedEvent, database: Database): Promise<string[]> {
  const account = await database.account.findUnique({ where: { id: event.accountId ?? event.subjectId } })
  if (!account) return []
  const organizationId = side === 'supplier' ? account.supplierId : account.customerId
  const where = { organizationId, side, isAdministrator: true, deactivatedAt: null }
  return ids(await database.membership.findMany({ where, select: { id: true } }))
}

/** Whoever the payload names. */
const named =
  (field: 'membershipId' | 'invitedById'): Audience =>
  async ({ payload }) =>
    typeof payload[field] === 'string' ? [payload[field]] : []

const subject: Audience = async ({ subjectId }) => [subjectId]

const both =
  (...audiences: Audience[]): Audience =>
  async (event, database) =>
    (await Promise.all(audiences.map((audience) => audience(event, database)))).flat()

const customersAdministrators: Audience = (event, database) => administratorsOf('customer', event, database)

export const accountsAudience = {
  'account.opened': both(team, (event, database) => administratorsOf('supplier', event, database)),
  'account.closed': team,
  'account.reopened': both(team, customersAdministrators),
  'account.restricted': team,
  'account.unrestricted': team,
  'account.teamMemberAdded': named('membershipId'),
  'account.teamMemberRemoved': named('membershipId'),
  'account.siteAdded': both(team, customersAdministrators),
  'account.siteChanged': nobody,
  'account.covered': named('membershipId'),
  'account.uncovered': nobody,
  'account.administratorInvited': nobody,
  'account.administratorJoined': both(team, named('invitedById')),
  'invitation.sent': nobody,
  'invitation.repeated': nobody,
  'invitation.withdrawn': nobody,
  'member.joined': both(administrators, named('invitedById')),
  'member.changed': subject,
  'member.deactivated': administrators,
  'member.erased': administrators,
  'member.reactivated': both(administrators, subject),
  'product.familyAdded': nobody,
  'product.added': nobody,
  'product.variantAdded': both(team, customersAdministrators),
} satisfies Record<AccountsEventType, Audience>
