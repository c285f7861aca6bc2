import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { getAccount } from '#app/domain/accounts/queries/accounts.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { handoverEvents } from '../events.ts'
import type { RequirementInput } from '../forms.ts'
import { handoverPolicy } from '../policy.ts'

/** Writes down what an account is to be handed over. It holds from now on; what was needed before stays on record. */
export async function changeRequirement(
  actor: Actor,
  accountId: string,
  { classes, languages, reference }: RequirementInput,
): Promise<void> {
  await transact(async (tx) => {
    const account = await getAccount(actor, accountId, tx)
    authorize(handoverPolicy.require(actor, account))
    const needed = { classes: [...new Set(classes)].sort(), languages: [...new Set(languages)] }
    const by = { decidedById: actor.membershipId, decidedAt: now() }
    const owner = { accountId: account.id, organizationId: account.supplierId }
    await tx.handoverRequirement.create({
      data: { ...owner, ...needed, reference, ...by },
      select: { id: true },
    })
    const subject = { id: account.id, organizationId: account.supplierId, accountId: account.id }
    const payload = { customer: account.customer.name, ...needed }
    await record(tx, actor, handoverEvents.handoverRequirementChanged(subject, payload))
  })
}
