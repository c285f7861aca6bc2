import { i18nFor } from '#app/i18n/i18n.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { ownWords } from '../reading/own-words.ts'
import type { ReadMail } from '../reading/read-mail.server.ts'

/** What its writer wrote into a mail: without the mail that it answers, which may be one of ours in any language. */
export function wordsOf({ text, subject }: Pick<ReadMail, 'text' | 'subject'>): string {
  const marks = languages.map((language) => i18nFor(language).getFixedT(null, 'letters')('replyAbove'))
  return ownWords(text, subject, marks).trim()
}
