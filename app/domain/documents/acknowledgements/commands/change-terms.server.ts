import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { getAccount } from '#app/domain/accounts/queries/accounts.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { termsEvents } from '../events.ts'
import type { TermsInput } from '../forms.ts'
import { termsPolicy } from '../policy.ts'

/**
 * Writes down what was agreed with an account, from a day on. What was asked before keeps the terms under which it was
 * sent.
 */
export async function changeTerms(actor: Actor, accountId: string, input: TermsInput): Promise<void> {
  await transact(async (tx) => {
    const account = await getAccount(actor, accountId, tx)
    authorize(termsPolicy.change(actor, account))
    const { effectiveOn, isSilenceAcceptance, ...terms } = input
    await tx.documentTerms.create({
      data: {
        ...terms,
        accountId: account.id,
        organizationId: account.supplierId,
        effectiveOn: new Date(`${effectiveOn}T00:00:00Z`),
        isSilenceAcceptance: isSilenceAcceptance === 'yes',
        decidedById: actor.membershipId,
        decidedAt: now(),
      },
      select: { id: true },
    })
    const subject = { id: account.id, organizationId: account.supplierId, accountId: account.id }
    const payload = { customer: account.customer.name, effectiveOn }
    await record(tx, actor, termsEvents.documentTermsChanged(subject, payload))
  })
}
