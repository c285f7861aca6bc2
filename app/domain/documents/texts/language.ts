import type { Language } from '#app/i18n/languages.ts'

/** Words that no other of these languages has so often. */
const frequent = {
  en: /\b(?:the|of|and|to|is|for|with|are|this|that|from|must|not)\b/gi,
  pt: /\b(?:de|que|não|para|com|uma|dos|das|ao|pela|pelo|são|deve|ou)\b/gi,
} as const

/**
 * The language in which the words of a text are looked up, guessed from its script and its smallest words. A text in
 * another language counts as English, whose rules do it the least harm.
 */
export function guessLanguage(text: string): Language {
  const sample = text.slice(0, 20_000)
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const letters = count(/\p{L}/gu)
  if (count(/\p{Script=Han}/gu) > letters / 8) return 'zh'
  if (count(/\p{Script=Cyrillic}/gu) > letters / 3) return 'ru'
  return count(frequent.pt) > count(frequent.en) ? 'pt' : 'en'
}
