import type { Actor } from '#app/domain/access/actor.ts'
import { nextNumber } from '#app/domain/access/numbers.server.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { getProduct } from '#app/domain/accounts/queries/products.server.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { languageOfText } from '../consultation.ts'
import { consultationEvents } from '../events.ts'
import type { AskInput } from '../forms.ts'
import { consultationPolicy } from '../policy.ts'
import { namedConsultation } from '../queries/consultation.server.ts'
import { routedWords, routeQuestion } from '../routing/queries/route.server.ts'
import { writeMessage } from './write-message.server.ts'

/**
 * Asks the supplier's function. The coverage matrix says who gets it, then the rules; where nobody is there the
 * consultation is new and the account's team is told.
 * @returns the id of the consultation.
 */
export async function askConsultation(
  actor: Actor,
  input: AskInput & { isFromMail?: boolean },
): Promise<string> {
  return transact(async (tx) => {
    authorize(consultationPolicy.ask(actor))
    const account = await findAccount(tx, actor, input.accountId)
    const familyId = input.productId ? await familyOf(tx, actor, input.productId, account.supplierId) : null
    if (input.documentId) await requireDocument(tx, actor, input.documentId, account.supplierId)
    const language = languageOfText(`${input.subject} ${input.body}`, actor.language)
    const route = await routeQuestion(tx, account, { function: input.function, familyId, language })
    const assigneeId = route.taken?.membershipId ?? null
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
        language,
        status: assigneeId ? 'assigned' : 'new',
        productId: input.productId ?? null,
        documentId: input.documentId ?? null,
        askedById: actor.membershipId,
        assigneeId,
        createdAt: at,
        lastActivityAt: at,
      },
      select: { id: true, accountId: true, organizationId: true, number: true, subject: true },
    })
    const written = await writeMessage(tx, actor, consultation, { lane: 'shared', ...input })
    const payload = {
      ...namedConsultation(consultation),
      function: input.function,
      urgency,
      ...written,
      ...routedWords(route),
    }
    await record(tx, actor, consultationEvents.asked(consultation, payload))
    return consultation.id
  })
}

/** One of the customer's open accounts: another one is no choice of the form. */
async function findAccount(tx: Tx, actor: Actor, id: string): Promise<{ id: string; supplierId: string }> {
  const account = await tx.account.findFirst({
    where: { AND: [{ id, closedAt: null }, visibleAccounts(actor)] },
    select: { id: true, supplierId: true },
  })
  if (!account) throw new Invalid('accountId', 'common:error.unknown')
  return account
}

/** The family of a product of this very supplier. */
async function familyOf(tx: Tx, actor: Actor, productId: string, supplierId: string): Promise<string> {
  const product = await getProduct(actor, productId, tx)
  if (product.organizationId !== supplierId) throw new Invalid('productId', 'common:error.unknown')
  return product.familyId
}

/** A document that the asker can see, of this very supplier. */
async function requireDocument(tx: Tx, actor: Actor, documentId: string, supplierId: string): Promise<void> {
  const document = await tx.document.findFirst({
    where: { AND: [{ id: documentId, organizationId: supplierId }, visibleDocuments(actor)] },
    select: { id: true },
  })
  if (!document) throw new Invalid('documentId', 'common:error.unknown')
}
