import type { Actor } from '#app/domain/access/actor.ts'
import { getAccount } from '#app/domain/accounts/queries/accounts.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { localDay } from '../../acknowledgements/engine/days.ts'
import { completenessOf } from '../engine/completeness.ts'
import { mostPacked } from '../handover.ts'
import { handoverPolicy } from '../policy.ts'
import { chosenVariant, listHandoverDocuments, listVariants } from './documents.server.ts'
import { listPackages } from './packages.server.ts'
import { findRequirement } from './requirement.server.ts'

/**
 * How complete an account's documentation is, or that of one of its variants, as far as the actor sees it; and who took
 * it. At most six statements.
 * @throws NotFound
 */
export async function getHandover(
  actor: Actor,
  accountId: string,
  variantId: string | null,
  db: Database = prisma,
) {
  const account = await getAccount(actor, accountId, db)
  const variants = await listVariants(actor, account.id, db)
  const variant = chosenVariant(variants, variantId)
  const today = localDay(now(), account.customer.timeZone)
  const [requirement, found, packages] = await Promise.all([
    findRequirement(actor, account, db),
    listHandoverDocuments(actor, { account, variant }, today, db),
    listPackages(actor, { accountId: account.id, variantId: variant?.id ?? null }, db),
  ])
  const documents = found.slice(0, mostPacked)
  const packed = documents.filter(({ holding }) => holding !== 'withdrawn')
  return {
    account,
    ...{ variants, variant, requirement, documents, packages },
    completeness: completenessOf(documents, requirement),
    packedCount: packed.length,
    isMore: found.length > mostPacked,
    abilities: {
      require: handoverPolicy.require(actor, account),
      take: handoverPolicy.take(actor) && packed.length > 0,
    },
  }
}
