import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { documentEvents } from '../../events.ts'
import { namedVersion } from '../../queries/document.server.ts'
import { requireTranslationDecided } from '../../redaction/queries/open.server.ts'
import type { ReleaseTranslationInput } from '../forms.ts'
import { getTranslations } from '../queries/translations.server.ts'

/** Shows a translation of a released version to its readers. Somebody else than its translator does it. */
export async function releaseTranslation(
  actor: Actor,
  documentId: string,
  input: ReleaseTranslationInput,
): Promise<void> {
  await transact(async (tx) => {
    const { document, version, translations } = await getTranslations(actor, documentId, tx)
    const found = translations.find((each) => each.language === input.language)
    if (!found) throw new NotFound()
    authorize(found.translatorId !== actor.membershipId)
    if (version.status !== 'released') throw new Conflict('translations:error.versionFirst')
    if (found.state === 'outdated') throw new Conflict('translations:error.outdated')
    const { organizationId } = document
    const place = { documentId: document.id, organizationId, versionId: version.id }
    await requireTranslationDecided(tx, place, [found.title, found.changeNote, found.body])
    const { count } = await tx.documentTranslation.updateMany({
      where: { id: found.id, updatedAt: input.seenAt, releasedAt: null },
      data: { releasedAt: now(), releasedById: actor.membershipId },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    const payload = { ...namedVersion(document, version), language: input.language }
    await record(tx, actor, documentEvents.translationReleased(document, payload, 'supplier'))
  })
}
