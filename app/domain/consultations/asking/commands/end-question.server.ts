import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { familyOf, findOpenAccount } from '../../commands/named-in-question.server.ts'
import { consultationNumber } from '../../consultation.ts'
import { consultationPolicy } from '../../policy.ts'
import { visibleConsultations } from '../../scope.server.ts'
import { questionEvents } from '../events.ts'
import type { EndQuestionInput } from '../forms.ts'

/**
 * Ends a question before it is asked, because a document or an accepted answer has answered it. What was typed is not
 * part of it. Of one open form it ends once, however often it is sent.
 */
export async function endQuestion(actor: Actor, input: EndQuestionInput): Promise<void> {
  await transact(async (tx) => {
    authorize(consultationPolicy.ask(actor))
    const account = await findOpenAccount(tx, actor, input.accountId)
    if (input.productId) await familyOf(tx, actor, input.productId, account.supplierId)
    const number = await numberOfAnswer(tx, actor, input, account)
    const { formKey, productId, documentId, consultationId } = input
    const id = uuidv7()
    const { count } = await tx.endedQuestion.createMany({
      data: {
        ...{ id, formKey, accountId: account.id, organizationId: account.supplierId },
        ...{ askedById: actor.membershipId, function: input.function, productId, documentId, consultationId },
        createdAt: now(),
      },
      skipDuplicates: true,
    })
    if (count === 0) return
    const subject = { id, organizationId: account.supplierId, accountId: account.id }
    const by = { documentId: documentId ?? null, consultationId: consultationId ?? null }
    await record(tx, actor, questionEvents.ended(subject, { number, function: input.function, ...by }))
  })
}

type Account = Awaited<ReturnType<typeof findOpenAccount>>

/** The number of a document in force or of an accepted consultation of this very account, which the actor sees. */
async function numberOfAnswer(
  tx: Tx,
  actor: Actor,
  input: EndQuestionInput,
  account: Account,
): Promise<string> {
  if (input.documentId) {
    const here = { id: input.documentId, organizationId: account.supplierId }
    const document = await tx.document.findFirst({
      where: { AND: [here, { releasedVersion: { status: 'released' } }, visibleDocuments(actor)] },
      select: { kind: true, number: true },
    })
    if (!document) throw new Invalid('documentId', 'common:error.unknown')
    return documentNumber(document.kind, document.number)
  }
  const here = { id: input.consultationId, accountId: account.id, status: 'accepted' } as const
  const consultation = await tx.consultation.findFirst({
    where: { AND: [here, visibleConsultations(actor)] },
    select: { number: true },
  })
  if (!consultation) throw new Invalid('consultationId', 'common:error.unknown')
  return consultationNumber(consultation.number)
}
