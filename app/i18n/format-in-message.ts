import { dateFormat } from '#app/ui/intl.ts'
import { asLanguage, localeTags } from './languages.ts'

const isDay = /^\d{4}-\d\d-\d\d$/

/**
 * How a message writes a value that it names with a form: `{{dueOn, day}}` is a day without an hour ("2026-01-31") as the
 * reader's language writes it. What is no such day is written as it is.
 */
export function formatInMessage(value: unknown, form?: string, language?: string): string {
  const text = String(value)
  if (form !== 'day' || !isDay.test(text) || Number.isNaN(Date.parse(text))) return text
  const locale = localeTags[asLanguage(language)]
  return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(text))
}
