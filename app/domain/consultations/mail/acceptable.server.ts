import type { TFunction } from 'i18next'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Waiting } from '#app/domain/notifications/letters.ts'
import { formatInMessage } from '#app/i18n/format-in-message.ts'
import { i18nFor } from '#app/i18n/i18n.server.ts'
import { paths } from '#app/paths.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { decisionOf, decisionsOf, type ShownDecision } from '../decisions/queries/decision.server.ts'
import { consultationPolicy } from '../policy.ts'
import { getConsultation } from '../queries/consultation.server.ts'
import type { MailedAnswer } from './address.server.ts'

/** What of a letter's entries brings an answer, or changes what accepting it means. */
const aboutAnswers = ['answered', 'messageEdited', 'decisionRecorded']
const isAbout = (names: string[], { type }: Waiting) => names.includes(type.replace('consultation.', ''))

interface Acceptable {
  /** What the letter's reader may accept by a word; null where the letter is about something else. */
  answer: MailedAnswer | null
  /** Its record, as lines in the reader's language. */
  facts: string[]
  acceptUrl: string
  /** Where the reader says how well an answer served that was accepted by mail; empty where it said so. */
  rateUrl: string
}
const nothing: Acceptable = { answer: null, facts: [], acceptUrl: '', rateUrl: '' }

interface Shown {
  consultationId: string
  language: string
  waiting: Waiting[]
  /** The messages whose words stand in the letter, in the wording that stands there. */
  messages: { id: string; edits: number }[]
}

/**
 * What the reader of a letter that both sides read can accept by answering it: the answer that stands at present, if its words
 * are in this letter and the reader speaks for the customer.
 */
export async function findAcceptable(
  actor: Actor,
  { consultationId, language, waiting, messages }: Shown,
): Promise<Acceptable> {
  const bringsAnswer = waiting.some((each) => isAbout(aboutAnswers, each))
  const confirms = waiting.some((each) => isAbout(['accepted'], each) && each.payload.isFromMail === true)
  if (actor.side !== 'customer' || !(bringsAnswer || confirms)) return nothing
  const [known, decided] = await Promise.all([
    getConsultation(actor, consultationId),
    prisma.consultation.findUniqueOrThrow({
      relationLoadStrategy: 'join',
      where: { id: consultationId },
      select: decisionsOf,
    }),
  ])
  const { decision, rating } = decisionOf(decided, known.answerMessageId)
  const { publicUrl } = environment()
  const mayRate = known.status === 'accepted' && consultationPolicy.rate(actor, known)
  const rateUrl =
    confirms && mayRate && !rating ? publicUrl + paths.consultationAct(consultationId, 'rating') : ''
  const message = messages.find(({ id }) => id === known.answerMessageId)
  const mayAccept = known.status === 'answered' && consultationPolicy.accept(actor, known)
  if (!message || !bringsAnswer || !mayAccept) return { ...nothing, rateUrl }
  const { id: messageId, edits } = message
  return {
    answer: { messageId, edits, decisionId: decision?.id ?? null },
    facts: decision ? factsOf(decision, language) : [],
    acceptUrl: publicUrl + paths.consultationAct(consultationId, 'accept', { answer: messageId, edits }),
    rateUrl,
  }
}

/** What is accepted with it, a line each. */
function factsOf({ part, revision, conditions, approver, validUntil }: ShownDecision, language: string) {
  const t: TFunction<'decisions'> = i18nFor(language).getFixedT(null, 'decisions')
  const lines = [
    [t('part'), part],
    [t('revision'), revision || t('anyRevision')],
    [t('conditions'), conditions.replaceAll(/\s+/g, ' ')],
    [t('approver'), approver?.name ?? ''],
    [t('validUntil'), validUntil ? formatInMessage(validUntil, 'day', language) : t('openEnd')],
  ]
  return lines.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`)
}
