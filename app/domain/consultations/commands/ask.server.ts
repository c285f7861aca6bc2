import type { Actor } from '#app/domain/access/actor.ts'
import { nextNumber } from '#app/domain/access/numbers.server.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { routeByCoverage } from '#app/domain/accounts/queries/coverage.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { languageOfText } from '../consultation.ts'
import { consultationEvents } from '../events.ts'
import type { AskInput } from '../forms.ts'
import { consultationPolicy } from '../policy.ts'
import { findAssignee } from '../queries/assignees.server.ts'
import { namedConsultation } from '../queries/consultation.server.ts'
import { familyOf, findOpenAccount, requireDocument } from './named-in-question.server.ts'
import { writeMessage } from './write-message.server.ts'

/**
 * Asks the supplier's function. The coverage matrix says who gets it; where it has a gap the consultation is new and
 * the account's team is told.
 * @returns the id of the consultation.
 */
export async function askConsultation(actor: Actor, input: AskInput): Promise<string> {
  return transact(async (tx) => {
    authorize(consultationPolicy.ask(actor))
    const account = await findOpenAccount(tx, actor, input.accountId)
    const familyId = input.productId ? await familyOf(tx, actor, input.productId, account.supplierId) : null
    if (input.documentId) await requireDocument(tx, actor, input.documentId, account.supplierId)
    const routed = await routeByCoverage(tx, account.id, { function: input.function, familyId })
    const assignee = routed ? await findAssignee(tx, account.id, routed) : null
    const at = now()
    const urgency = input.urgency ?? 'question'
    const consultation = await tx.consultation.create({
      data: {
        accountId: account.id,
        organizationId: account.supplierId,
        number: await nextNumber(tx, account.supplierId, 'consultation'),
        subject: input.subject,
        function: input.function,
        urgency,
        language: languageOfText(`${input.subject} ${input.body}`, actor.language),
        status: assignee ? 'assigned' : 'new',
        productId: input.productId ?? null,
        documentId: input.documentId ?? null,
        askedById: actor.membershipId,
        assigneeId: assignee?.id ?? null,
        createdAt: at,
        lastActivityAt: at,
      },
      select: { id: true, accountId: true, organizationId: true, number: true, subject: true },
    })
    const messageId = await writeMessage(tx, actor, consultation, { lane: 'shared', ...input })
    const payload = {
      ...namedConsultation(consultation),
      function: input.function,
      urgency,
      messageId,
      assigneeId: assignee?.id ?? null,
      assigneeName: assignee?.name ?? '',
    }
    await record(tx, actor, consultationEvents.asked(consultation, payload))
    return consultation.id
  })
}
