import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { isUniqueViolation, transact } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { questionAddressEvents } from '../events.ts'
import { receivedMailPolicy } from '../policy.ts'

/**
 * Chooses the name before the @ at which customers ask by mail; without one, questions come by the portal alone.
 * @throws Invalid when another organization has it
 */
export async function setQuestionAddress(actor: Actor, name: string | undefined): Promise<void> {
  const { organizationId } = actor
  try {
    await transact(async (tx) => {
      authorize(receivedMailPolicy.setQuestionAddress(actor))
      const where = { organizationId }
      if (name) await tx.questionAddress.upsert({ where, create: { organizationId, name }, update: { name } })
      else await tx.questionAddress.deleteMany({ where })
      const subject = { id: organizationId, organizationId }
      await record(tx, actor, questionAddressEvents.set(subject, { name: name ?? '' }, 'supplier'))
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Invalid('name', 'mailIn:error.nameTaken')
    throw error
  }
}
