import { asLanguage, type Language, localeTags } from './languages.ts'

const isDay = /^\d{4}-\d\d-\d\d$/
const dayFormats = new Map<Language, Intl.DateTimeFormat>()

/**
 * How a message writes a value that it names with a form: `{{dueOn, day}}` is a day without an hour ("2026-01-31") as the
 * reader's language writes it. What is no such day is written as it is.
 */
export function formatInMessage(value: unknown, form?: string, language?: string): string {
  const text = String(value)
  if (form !== 'day' || !isDay.test(text) || Number.isNaN(Date.parse(text))) return text
  return dayFormat(asLanguage(language)).format(new Date(text))
}

function dayFormat(language: Language): Intl.DateTimeFormat {
  const made =
    dayFormats.get(language) ??
    new Intl.DateTimeFormat(localeTags[language], { dateStyle: 'medium', timeZone: 'UTC' })
  dayFormats.set(language, made)
  return made
}
