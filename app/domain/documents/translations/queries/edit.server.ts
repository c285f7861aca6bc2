import type { Actor } from '#app/domain/access/actor.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { sectionsOf } from '../../writing/merge.ts'
import { placeOfText, renderParts } from '../../writing/render.server.ts'
import { getTranslations } from './translations.server.ts'

/** A language in an address. @throws NotFound */
export function languageOf(text: string | undefined) {
  if (!isLanguage(text)) throw new NotFound()
  return text
}

/** The original, section by section, and its translation as a form holds it; empty where there is none yet. */
export async function getTranslation(
  actor: Actor,
  documentId: string,
  address: string | undefined,
  db: Database = prisma,
) {
  const language = languageOf(address)
  const { document, version, translations } = await getTranslations(actor, documentId, db)
  if (language === version.language) throw new NotFound()
  const found = translations.find((each) => each.language === language)
  if (found?.releasedAt) throw new Conflict('translations:error.released')
  const sections = sectionsOf(version.body).filter((each) => each.text)
  const source = await Promise.all(
    sections.map(async (each) => (await renderParts(actor, placeOfText(document), each.text, db)).join('\n')),
  )
  const theirs = sectionsOf(found?.body ?? '').filter((each) => each.text)
  return {
    document,
    language,
    version: { version: version.version, title: version.title, language: version.language },
    state: found?.state ?? 'missing',
    sourceVersion: found?.sourceVersion ?? null,
    title: found?.title ?? '',
    changeNote: found?.changeNote ?? '',
    seenAt: found?.updatedAt ?? null,
    /** The translation's sections beside those of the original; what is beyond stands with the last one. */
    sections: source.map((html, index) => ({
      html,
      text:
        index === source.length - 1
          ? theirs
              .slice(index)
              .map((each) => each.text)
              .join('\n\n')
          : (theirs[index]?.text ?? ''),
    })),
  }
}
