import type { Actor } from '#app/domain/access/actor.ts'
import { languages } from '#app/i18n/languages.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { tabsOf } from '../../queries/tabs.server.ts'
import { type TranslationState, translationState } from '../translation.ts'
import { countReadersByLanguage, getTranslations } from './translations.server.ts'

export interface TranslationOverview {
  language: string
  state: TranslationState
  /** How many of the audience read in it. */
  readers: number
  title: string
  translatorName: string | null
  sourceVersion: number | null
  updatedAt: Date | null
  canRelease: boolean
}

/** Every language of a document's newest version: what is there, what is outdated, and for how many it is missing. */
export async function listTranslations(actor: Actor, documentId: string, db: Database = prisma) {
  const { document, version, translations } = await getTranslations(actor, documentId, db)
  const readers = await countReadersByLanguage(actor, document, db)
  const rows = languages.map((language): TranslationOverview => {
    const found = translations.find((each) => each.language === language)
    const state = translationState(language, version, found)
    return {
      language,
      state,
      readers: readers[language],
      title: found?.title ?? (state === 'original' ? version.title : ''),
      translatorName: found?.translator.name ?? null,
      sourceVersion: found?.sourceVersion ?? null,
      updatedAt: found?.updatedAt ?? null,
      canRelease:
        state === 'draft' && version.status === 'released' && found?.translatorId !== actor.membershipId,
    }
  })
  const { body: _, ...shown } = version
  return { document, version: shown, tabs: tabsOf(actor, document, version), rows }
}
