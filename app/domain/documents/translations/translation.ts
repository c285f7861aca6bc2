/** How far the translation of a version into a language is. */
export type TranslationState = 'original' | 'missing' | 'outdated' | 'draft' | 'released'

/** As the status badge shows them. */
export const translationLooks = {
  original: { shape: 'check', tone: 'quiet' },
  missing: { shape: 'dashed', tone: 'quiet' },
  outdated: { shape: 'half', tone: 'danger' },
  draft: { shape: 'half', tone: 'strong' },
  released: { shape: 'check', tone: 'positive' },
} as const satisfies Record<TranslationState, { shape: string; tone: string }>

interface Translated {
  language: string
  sourceHash: string
  releasedAt: Date | null
}

export function translationState(
  language: string,
  version: { language: string; hash: string },
  translation: Translated | undefined,
): TranslationState {
  if (language === version.language) return 'original'
  if (!translation) return 'missing'
  // A released one belongs to a released version, whose text is fixed.
  if (translation.releasedAt) return 'released'
  return translation.sourceHash === version.hash ? 'draft' : 'outdated'
}

/** The language in which a reader gets a version: the one that was asked for, the own one, else the original's. */
export function bestLanguage(
  wanted: { asked: string | null; own: string },
  original: string,
  released: string[],
): string {
  const there = [original, ...released]
  return [wanted.asked, wanted.own].find((each) => each !== null && there.includes(each)) ?? original
}
