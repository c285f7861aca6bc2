import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleTranslations } from '../scope.server.ts'
import { sourceHash } from './hash.server.ts'
import { bestLanguage } from './translation.ts'

/** Of the page's select: the translations of a version that the actor may read. */
export function translationsOf(actor: Actor) {
  return {
    where: visibleTranslations(actor),
    select: {
      ...{ language: true, title: true, body: true, changeNote: true },
      ...{ releasedAt: true, sourceHash: true },
    },
  } satisfies Prisma.DocumentVersion$translationsArgs
}

interface Translation {
  language: string
  title: string
  body: string
  changeNote: string
  releasedAt: Date | null
  sourceHash: string
}

type Text = Omit<Translation, 'releasedAt' | 'sourceHash'>

/** A released one belongs to a released text, which is fixed: a reader's are never outdated, and nothing is counted. */
function countOutdated(original: Text, translations: Translation[]): number {
  const drafts = translations.filter((each) => each.releasedAt === null)
  if (drafts.length === 0) return 0
  const hash = sourceHash(original)
  return drafts.filter((each) => each.sourceHash !== hash).length
}

/**
 * The text of a version in the reader's best language, and the languages that there are. The supplier's people get the
 * original unless they ask: they write it.
 */
export function shownText(
  actor: Actor,
  original: Text,
  { asked, translations }: { asked: string | null; translations: Translation[] },
) {
  const own = actor.side === 'customer' ? actor.language : original.language
  const language = bestLanguage(
    { asked, own },
    original.language,
    translations.map((each) => each.language),
  )
  const found = translations.find((each) => each.language === language)
  const { title, body, changeNote } = found ?? original
  return {
    text: { title, body, changeNote, language },
    shown: {
      original: original.language,
      isTranslation: found !== undefined,
      isReleased: found === undefined || found.releasedAt !== null,
      /** Somebody who reads another language than both gets no line about what is missing. */
      isOwnMissing: actor.side === 'customer' && asked === null && language !== actor.language,
      /** For the authors: how many translate a text that was changed since. */
      outdated: countOutdated(original, translations),
      languages: [original.language, ...translations.map((each) => each.language)],
    },
  }
}
