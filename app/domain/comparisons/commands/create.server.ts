import type { Actor } from '#app/domain/access/actor.ts'
import { nextNumber } from '#app/domain/access/numbers.server.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { getOpenAccount } from '#app/domain/accounts/queries/accounts.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { shiftPoint } from '#app/i18n/decimal-text.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { comparisonEvents } from '../events.ts'
import type { ComparisonInput } from '../forms.ts'
import { comparisonPolicy } from '../policy.ts'
import { namedComparison } from '../queries/comparison.server.ts'
import { termsOf } from './model/terms-of.ts'
import { writeParts } from './write-parts.server.ts'

/** Begins a draft: known to the supplier alone until it is shared. Returns its id. */
export async function createComparison(
  actor: Actor,
  input: ComparisonInput & { accountId: string },
): Promise<string> {
  return transact(async (tx) => {
    const account = await getOpenAccount(actor, input.accountId, tx)
    authorize(comparisonPolicy.create(actor))
    const at = now()
    const comparison = await tx.comparison.create({
      data: {
        ...headOf(input),
        accountId: account.id,
        organizationId: account.supplierId,
        number: await nextNumber(tx, account.supplierId, 'comparison'),
        ...{ ownerId: actor.membershipId, changedById: actor.membershipId },
        createdAt: at,
        updatedAt: at,
      },
      select: { id: true, accountId: true, organizationId: true, number: true, title: true },
    })
    await writeParts(tx, actor, comparison, input)
    await record(tx, actor, comparisonEvents.created(comparison, namedComparison(comparison), 'supplier'))
    return comparison.id
  })
}

/** What the form says of the comparison itself. */
export function headOf(input: ComparisonInput) {
  const { title, purpose, currency, ratePercent, horizonYears } = input
  const discountRate = shiftPoint(ratePercent ?? '0', -2)
  return { title, purpose, currency, horizonYears, discountRate, ...termsOf(input) }
}
