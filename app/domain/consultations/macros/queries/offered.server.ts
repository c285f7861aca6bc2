import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { dateFormat } from '#app/ui/intl.ts'
import { nextDue } from '../../clocks/due.ts'
import { openClocks } from '../../clocks/queries/open.server.ts'
import { consultationNumber, type MessageLane } from '../../consultation.ts'
import { consultationPolicy } from '../../policy.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { languageFor, languagesOf, storedTexts } from '../macro.ts'
import { offeredMacros } from '../scope.server.ts'
import { fillIn, unfilledIn, type VariableValues } from '../variables.ts'

/** A macro that is offered in consultations of an account, or null. */
export async function findOffered(actor: Actor, accountId: string, id: string, db: Database = prisma) {
  if (!isId(id)) return null
  return db.consultationMacro.findFirst({
    where: { AND: [{ id }, offeredMacros(actor, accountId)] },
    select: { id: true, takesOver: true, asksBack: true },
  })
}

/** What a macro says in each of its languages, filled in for one consultation. */
export interface Offered {
  id: string
  name: string
  /** The language that fits the readers. */
  language: string
  texts: { language: string; text: string; unfilled: string[] }[]
  takesOver: boolean
  asksBack: boolean
}

/**
 * The macros that are offered for a lane of a consultation, filled in: in the language of the consultation for both sides, in
 * one's own for a note. Those used most come first.
 * @throws NotFound, Forbidden
 */
export async function listOffered(
  actor: Actor,
  consultationId: string,
  lane: MessageLane,
  db: Database = prisma,
) {
  const known = await getConsultation(actor, consultationId, db)
  authorize(consultationPolicy.post(actor, known, lane))
  const facts = await findFacts(actor, known.id, db)
  const rows = await db.consultationMacro.findMany({
    where: offeredMacros(actor, known.accountId),
    select: { id: true, name: true, texts: true, takesOver: true, asksBack: true },
    orderBy: [{ uses: { _count: 'desc' } }, { name: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  const wanted = lane === 'shared' ? facts.language : actor.language
  const values = new Map(languages.map((each) => [each, valuesIn(each, actor, facts)]))
  const macros = rows.map(({ texts: stored, asksBack, ...row }): Offered => {
    const texts = storedTexts.parse(stored)
    return {
      ...row,
      asksBack: asksBack && lane === 'shared',
      language: languageFor(texts, wanted),
      texts: languagesOf(texts).map((language) => {
        const text = fillIn(texts[language] ?? '', values.get(language) as VariableValues)
        return { language, text, unfilled: unfilledIn(text) }
      }),
    }
  })
  return { consultation: { ...namedConsultation(known), id: known.id }, lane, macros }
}

/** What both sides read of a consultation: nothing else is ever a value. */
async function findFacts(actor: Actor, id: string, db: Database) {
  const name = { select: { name: true } }
  const { documentId, ...facts } = await db.consultation.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id },
    select: {
      ...{ number: true, subject: true, language: true, orderNumber: true, documentId: true },
      product: { select: { number: true, name: true } },
      account: { select: { supplier: { select: { name: true, timeZone: true } }, customer: name } },
      ...{ askedBy: name, assignee: name, clocks: openClocks },
    },
  })
  const document = documentId
    ? await db.document.findFirst({
        where: { AND: [{ id: documentId }, visibleDocuments(actor)] },
        select: { kind: true, number: true },
      })
    : null
  return { ...facts, document }
}
type Facts = Awaited<ReturnType<typeof findFacts>>

function valuesIn(language: string, actor: Actor, facts: Facts): VariableValues {
  const { account, product, document, askedBy, assignee } = facts
  const { timeZone } = account.supplier
  const dueAt = nextDue(facts.clocks)?.dueAt ?? null
  // The clocks are those of the supplier, for both sides; with their zone there is no doubt.
  const instant = dateFormat(language, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  })
  return {
    'asker.name': askedBy.name,
    'assignee.name': assignee?.name ?? '',
    'me.name': actor.name,
    customer: account.customer.name,
    supplier: account.supplier.name,
    'consultation.number': consultationNumber(facts.number),
    'consultation.subject': facts.subject,
    product: product ? `${product.number} ${product.name}` : '',
    document: document ? documentNumber(document.kind, document.number) : '',
    order: facts.orderNumber,
    due: dueAt ? instant.format(dueAt) : '',
    today: dateFormat(language, { dateStyle: 'long', timeZone: actor.timeZone }).format(now()),
  }
}

/** The text with which the composer's own page begins, for whoever has no scripts; null where there is no such macro. */
export async function openMacro(
  actor: Actor,
  consultationId: string,
  { macro, lane, language }: { macro: string | null; lane: MessageLane; language: string | null },
) {
  if (!isId(macro)) return null
  const { macros } = await listOffered(actor, consultationId, lane)
  const found = macros.find(({ id }) => id === macro)
  if (!found) return null
  const wanted = found.texts.find((each) => each.language === (language ?? found.language))
  const text = wanted ?? found.texts.find((each) => each.language === found.language)
  return text ? { id: found.id, lane, text: text.text, unfilled: text.unfilled } : null
}
