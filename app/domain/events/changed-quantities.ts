import { z } from 'zod'
import { type Language, localeTags } from '#app/i18n/languages.ts'

const Amount = z.object({ value: z.string(), unit: z.string() }).nullable()
const limits = ['min', 'typ', 'max'] as const
type Limit = (typeof limits)[number]

/** A quantity that changed, as an event tells it: its values before and after, as plain decimals with their units. */
export const ChangedQuantity = z.object({
  symbol: z.string(),
  values: z.array(z.object({ name: z.enum(limits), from: Amount, to: Amount })),
})
export type ChangedQuantity = z.infer<typeof ChangedQuantity>

/** “η: Min. 97 % → 97.4 %”; `label` names a limit in the reader's language. */
export function changeLine(
  { symbol, values }: ChangedQuantity,
  language: Language,
  label: (name: Limit) => string,
): string {
  const parts = new Intl.NumberFormat(localeTags[language]).formatToParts(0.5)
  const point = parts.find(({ type }) => type === 'decimal')?.value ?? '.'
  const text = (amount: z.infer<typeof Amount>) =>
    amount ? `${amount.value.replace('.', point)} ${amount.unit}`.trim() : '—'
  const changes = values.map(({ name, from, to }) => `${label(name)} ${text(from)} → ${text(to)}`)
  return `${symbol}: ${changes.join(', ')}`
}
