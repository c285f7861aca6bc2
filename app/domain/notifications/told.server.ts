import { translatorFor } from '#app/i18n/i18n.server.ts'
import { asLanguage, localeTags } from '#app/i18n/languages.ts'
import type { Reader, Waiting } from './letters.ts'
import { eventSentence } from './sentence.ts'
import { mentions } from './subject.ts'

/** What happened, in one sentence of the reader's language. */
export function sentenceOf(
  waiting: Waiting,
  { language, membershipId }: Pick<Reader, 'language' | 'membershipId'>,
): string {
  const isMention = mentions(waiting.payload, membershipId)
  return eventSentence(translatorFor(language), { ...waiting, actorName: actorOf(waiting), isMention })
}

/** When it happened, in the reader's zone. */
export function timeOf({ createdAt }: Waiting, { language, timeZone }: Reader): string {
  const format = new Intl.DateTimeFormat(localeTags[asLanguage(language)], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  })
  return format.format(createdAt)
}

/** The payload of a notification carries the actor's name as it was. */
export function actorOf({ payload }: { payload: Record<string, unknown> }): string {
  return typeof payload.actor === 'string' ? payload.actor : ''
}
