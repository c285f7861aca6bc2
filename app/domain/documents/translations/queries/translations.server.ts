import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { type Language, languages } from '#app/i18n/languages.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { membersInAudience } from '../../audience-members.server.ts'
import { documentPolicy } from '../../policy.ts'
import { getDocument } from '../../queries/document.server.ts'
import { visibleAudience, visibleTranslations } from '../../scope.server.ts'
import { sourceHash } from '../hash.server.ts'
import { translationState } from '../translation.ts'

/**
 * The newest version of a document with its translations, for those who write it.
 * @throws NotFound, Forbidden
 */
export async function getTranslations(actor: Actor, documentId: string, db: Database = prisma) {
  const document = await getDocument(actor, documentId, db)
  authorize(documentPolicy.translate(actor, document))
  const [newest] = document.versions.filter((each) => each.status !== 'withdrawn')
  if (!newest) throw new NotFound()
  const { body, translations } = await db.documentVersion.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: newest.id },
    select: {
      body: true,
      translations: {
        where: visibleTranslations(actor),
        select: {
          id: true,
          language: true,
          title: true,
          body: true,
          changeNote: true,
          sourceVersion: true,
          sourceHash: true,
          translatorId: true,
          translator: { select: { name: true } },
          updatedAt: true,
          releasedAt: true,
        },
      },
    },
  })
  const version = { ...newest, body, hash: sourceHash({ title: newest.title, body }) }
  return {
    document,
    version,
    translations: translations.map((each) => ({
      ...each,
      state: translationState(each.language, version, each),
    })),
  }
}

/** How many members of the audience read in each language, of the accounts that the actor may enter. */
export async function countReadersByLanguage(
  actor: Actor,
  document: { id: string; organizationId: string },
  db: Database = prisma,
): Promise<Record<Language, number>> {
  const audience = await db.documentAudience.findMany({
    where: { AND: [{ documentId: document.id }, visibleAudience(actor)] },
    select: { accountId: true, familyId: true, functions: true },
  })
  const members = await db.membership.findMany({
    where: membersInAudience(document.organizationId, audience, visibleAccounts(actor)),
    select: { user: { select: { language: true } } },
  })
  const counts = languages.map((each) => [each, members.filter((m) => m.user.language === each).length])
  return Object.fromEntries(counts) as Record<Language, number>
}
