import { z } from 'zod'
import { type Language, languages } from '#app/i18n/languages.ts'

export const fieldKinds = ['text', 'longText', 'number', 'choice', 'date'] as const

export const templateLimits = {
  ...{ fields: 15, name: 80, label: 80, hint: 200, unit: 20, choices: 20, choice: 80 },
  ...{ answer: 300, longAnswer: 4_000 },
} as const

const words = z.partialRecord(z.enum(languages), z.string())

/** Fields as they are stored with a template. */
export const storedFields = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(fieldKinds),
    labels: words,
    hint: z.string(),
    unit: z.string(),
    choices: z.array(z.string()),
    isRequired: z.boolean(),
  }),
)
export type TemplateField = z.output<typeof storedFields>[number]
export const storedNames = words
export type Words = z.output<typeof words>

/** What was filled in, as it is stored with a question. */
export const storedRows = z.array(z.object({ label: z.string(), value: z.string(), unit: z.string() }))
export type SheetRow = z.output<typeof storedRows>[number]

/** In the reader's language where somebody wrote it, else in English, else in the first that there is. */
export function inLanguage(texts: Words, language: string): string {
  const order = [language as Language, 'en', ...languages] as Language[]
  return order.map((each) => texts[each]).find(Boolean) ?? ''
}

/** What is wrong with what was typed into a field, as a message; null when nothing is. Empty fields were left out. */
export function problemOf(field: TemplateField, value: string): string | null {
  const { kind } = field
  if (value === '') return field.isRequired ? 'common:error.required' : null
  if (value.length > (kind === 'longText' ? templateLimits.longAnswer : templateLimits.answer))
    return 'asking:error.tooLong'
  // As people write numbers: what is typed is kept, so that no comma is taken for another one.
  if (kind === 'number' && !/^[-+−±]?\d[\d\s.,']*$/u.test(value)) return 'asking:error.number'
  if (kind === 'choice' && !field.choices.includes(value)) return 'common:error.choose'
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
  return kind === 'date' && !isDay ? 'asking:error.date' : null
}
