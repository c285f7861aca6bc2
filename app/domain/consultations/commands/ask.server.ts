import type { Actor } from '#app/domain/access/actor.ts'
import { nextNumber } from '#app/domain/access/numbers.server.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { type FilledIn, fillIn, wordsOf } from '../asking/commands/fill-in.server.ts'
import { languageOfText } from '../consultation.ts'
import { consultationEvents } from '../events.ts'
import type { AskInput } from '../forms.ts'
import { consultationPolicy } from '../policy.ts'
import { namedConsultation } from '../queries/consultation.server.ts'
import { routedWords, routeQuestion } from '../routing/queries/route.server.ts'
import {
  familyOf,
  findAsker,
  findOpenAccount,
  type OpenAccount,
  requireDocument,
} from './named-in-question.server.ts'
import { writeMessage } from './write-message.server.ts'

/**
 * Asks the supplier's function; a member of the supplier does so for a member of the customer, in whose name it then is. The
 * coverage matrix says who gets it, then the rules; where nobody is there the consultation is new and the account's team is
 * told.
 * @returns the id of the consultation.
 */
export async function askConsultation(
  actor: Actor,
  input: AskInput & { isFromMail?: boolean },
): Promise<string> {
  return transact(async (tx) => {
    authorize(input.askedById ? consultationPolicy.writeDown(actor) : consultationPolicy.ask(actor))
    const account = await findOpenAccount(tx, actor, input.accountId)
    const asker = input.askedById ? await findAsker(tx, input.askedById, account) : null
    const familyId = input.productId ? await familyOf(tx, actor, input.productId, account.supplierId) : null
    if (input.documentId) await requireDocument(tx, actor, input.documentId, account.supplierId)
    const language = languageOfText(`${input.subject} ${input.body}`, actor.language)
    const route = await routeQuestion(tx, account, { function: input.function, familyId, language })
    const sheet = await fillIn(tx, actor, input, account.supplierId)
    const asked = { account, asker, assigneeId: route.taken?.membershipId ?? null, language, sheet }
    const consultation = await createConsultation(tx, actor, input, asked)
    const written = await writeMessage(tx, actor, consultation, { lane: 'shared', ...input })
    await forgetDraft(tx, actor, input)
    const payload = {
      ...namedConsultation(consultation),
      function: input.function,
      urgency: input.urgency ?? 'question',
      ...written,
      ...routedWords(route),
    }
    const event = asker
      ? consultationEvents.writtenDown(consultation, {
          ...payload,
          askedById: asker.id,
          askedByName: asker.name,
        })
      : consultationEvents.asked(consultation, payload)
    await record(tx, actor, event)
    return consultation.id
  })
}

interface Asked {
  account: OpenAccount
  /** Somebody else than the actor. */
  asker: { id: string } | null
  assigneeId: string | null
  language: Language
  sheet: FilledIn | null
}

async function createConsultation(tx: Tx, actor: Actor, input: AskInput, asked: Asked) {
  const { account, asker, assigneeId, language, sheet } = asked
  const at = now()
  const consultation = await tx.consultation.create({
    data: {
      accountId: account.id,
      organizationId: account.supplierId,
      number: await nextNumber(tx, account.supplierId, 'consultation'),
      subject: input.subject,
      function: input.function,
      urgency: input.urgency ?? 'question',
      language,
      status: assigneeId ? 'assigned' : 'new',
      productId: input.productId ?? null,
      documentId: input.documentId ?? null,
      askedById: asker?.id ?? actor.membershipId,
      writtenDownById: asker ? actor.membershipId : null,
      orderNumber: input.orderNumber ?? '',
      details: wordsOf(sheet),
      assigneeId,
      createdAt: at,
      lastActivityAt: at,
    },
    select: { id: true, accountId: true, organizationId: true, number: true, subject: true },
  })
  const { id: consultationId, accountId } = consultation
  if (sheet) {
    await tx.consultationSheet.createMany({ data: { consultationId, accountId, ...sheet, createdAt: at } })
  }
  return consultation
}

/** What was kept while it was written is sent by now. */
async function forgetDraft(tx: Tx, actor: Actor, { accountId, documentId }: AskInput): Promise<void> {
  const { membershipId } = actor
  await tx.consultationDraft.deleteMany({
    where: { membershipId, accountId, documentId: documentId ?? null },
  })
}
