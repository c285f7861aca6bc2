import type { Actor } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { now } from '#app/platform/clock.server.ts'
import { isUniqueViolation, transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { documentEvents } from '../../events.ts'
import { namedVersion } from '../../queries/document.server.ts'
import type { TranslationInput } from '../forms.ts'
import { getTranslations } from '../queries/translations.server.ts'

/** Writes the newest version's text in another language; saving it confirms that it says what the version says now. */
export async function writeTranslation(
  actor: Actor,
  documentId: string,
  language: Language,
  input: TranslationInput,
): Promise<void> {
  try {
    await transact(async (tx) => {
      const { document, version, translations } = await getTranslations(actor, documentId, tx)
      if (language === version.language) throw new NotFound()
      const known = translations.find((each) => each.language === language)
      if (known?.releasedAt) throw new Conflict('translations:error.released')
      if (known?.updatedAt.getTime() !== input.seenAt?.getTime()) throw new Conflict('common:error.changed')
      const { title, sections: body, changeNote } = input
      const data = {
        ...{ title, body, changeNote, sourceVersion: version.version, sourceHash: version.hash },
        translatorId: actor.membershipId,
        updatedAt: now(),
      }
      const { organizationId } = document
      const place = { versionId: version.id, documentId, organizationId, language }
      if (!known) await tx.documentTranslation.create({ data: { ...place, ...data }, select: { id: true } })
      else {
        const { count } = await tx.documentTranslation.updateMany({
          where: { id: known.id, updatedAt: known.updatedAt, releasedAt: null },
          data,
        })
        if (count !== 1) throw new Conflict('common:error.changed')
      }
      const payload = { ...namedVersion(document, version), language }
      await record(tx, actor, documentEvents.translated(document, payload, 'supplier'))
    })
  } catch (error) {
    // Somebody else began it at the same moment.
    if (isUniqueViolation(error)) throw new Conflict('common:error.changed')
    throw error
  }
}
