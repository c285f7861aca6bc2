import { z } from 'zod'
import { type Language, languages } from '#app/i18n/languages.ts'

export const macroReaches = ['personal', 'team', 'function', 'organization'] as const
export type MacroReach = (typeof macroReaches)[number]

export const macroLimits = { name: 80, text: 5_000 } as const

/** Texts as they are stored, by language. */
export const storedTexts = z.partialRecord(z.enum(languages), z.string())
export type MacroTexts = z.output<typeof storedTexts>

/** The languages in which a macro is written. */
export const languagesOf = (texts: MacroTexts): Language[] => languages.filter((each) => texts[each])

/** The one that is wanted, else English, else the first that there is. */
export function languageFor(texts: MacroTexts, wanted: string): Language {
  const known = languagesOf(texts)
  return known.find((each) => each === wanted) ?? known.find((each) => each === 'en') ?? known[0] ?? 'en'
}
