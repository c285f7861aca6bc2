import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'

/**
 * The open account between a customer's member and a supplier: at most one.
 * @throws NotFound
 */
export async function findAccountWith(actor: Actor, supplierId: string, db: Database): Promise<string> {
  const account = await db.account.findFirst({
    where: {
      AND: [{ supplierId, customerId: actor.organizationId, closedAt: null }, visibleAccounts(actor)],
    },
    select: { id: true },
  })
  if (!account) throw new NotFound()
  return account.id
}
