import type { TFunction } from 'i18next'
import { listedPayload } from '#app/domain/events/listed-payload.ts'
import type { ToldEvent } from './subject.ts'

/** The areas whose messages hold the sentences of events: a page that shows sentences names them in `handle.i18n`. */
export const sentenceNamespaces = [
  'notifications',
  'accounts',
  'auth',
  'documents',
  'reviews',
  'consultations',
  'consultationEvents',
  'comparisons',
  'subscriptions',
]

const namespaces: Record<string, string> = {
  consultation: 'consultationEvents',
  question: 'consultationEvents',
  questionTemplate: 'consultationEvents',
  checklistTemplate: 'consultationEvents',
  macro: 'consultationEvents',
  serviceCalendar: 'consultationEvents',
  serviceLevel: 'consultationEvents',
  routingRule: 'consultationEvents',
  absence: 'consultationEvents',
  receivedMail: 'consultationEvents',
  questionAddress: 'consultationEvents',
  document: 'documents',
  reviewRule: 'reviews',
  import: 'documents',
  template: 'documents',
  comparison: 'comparisons',
  subscription: 'subscriptions',
  user: 'auth',
  session: 'auth',
  password: 'auth',
}

/** The messages that may hold the sentence of an event type, the first that exists counts. */
export function sentenceKeys(type: string, isMention = false): string[] {
  const [subjectType = '', name = ''] = type.split('.')
  const namespace = namespaces[subjectType] ?? 'accounts'
  return [
    ...(isMention ? [`${namespace}:event.mentioned`] : []),
    `${namespace}:event.${subjectType}.${name}`,
    `${namespace}:event.${name}`,
    'notifications:unknownEvent',
  ]
}

type Told = Pick<ToldEvent, 'type' | 'actorName' | 'payload' | 'isMention'>
type Translate = (key: string | string[], values?: Record<string, unknown>) => string

/** What happened, in one sentence of the translator's language. */
export function eventSentence(t: TFunction, event: Told): string {
  const translate = t as unknown as Translate
  const actor = event.actorName || translate('notifications:system')
  return translate(sentenceKeys(event.type, event.isMention), {
    ...wordsOf(translate, event.payload),
    // What was done by mail may have words of its own: `accepted_mail`.
    ...(event.payload.isFromMail === true && { context: 'mail' }),
    actor,
    type: event.type,
  })
}

/** Vocabulary of the payload in the reader's words; everything else as it was recorded. */
function wordsOf(t: Translate, payload: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      if (name === 'function' || name === 'side') return [name, t(`common:${name}.${String(value)}`)]
      if (name === 'clock' || name === 'urgency') return [name, t(`consultations:${name}.${String(value)}`)]
      if (name === 'grade') return [name, t(`consultationEvents:grade.${String(value)}`)]
      if (name === 'refusal') return [name, t(`documents:refusal.${String(value)}`, listedPayload(payload))]
      if (name === 'kind') return [name, t(value ? `documents:kind.${String(value)}` : 'reviews:kind.any')]
      if (name === 'functions' && Array.isArray(value)) {
        return [
          name,
          value.map((each) => t(`common:function.${String(each)}`)).join(', ') || t('common:none'),
        ]
      }
      return [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]
    }),
  )
}
