import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'

/**
 * One's own mails; for an administrator also those of the own organization and side, except those of accounts that it may
 * not enter.
 */
export async function visibleReceivedMails(
  actor: Actor,
  db: Database = prisma,
): Promise<Prisma.ReceivedMailWhereInput> {
  const own = { userId: actor.userId }
  if (!actor.isAdministrator) return own
  const accounts = await db.account.findMany({ where: visibleAccounts(actor), select: { id: true } })
  const { organizationId, side } = actor
  const entered = { OR: [{ accountId: null }, { accountId: { in: accounts.map(({ id }) => id) } }] }
  return { OR: [own, { organizationId, side, ...entered }] }
}
