import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { writingFunctions } from '../../document.ts'
import { documentPolicy } from '../../policy.ts'
import { getDocument } from '../../queries/document.server.ts'

/** The co-authors of a draft, and the colleagues who could become one. */
export async function getAuthors(actor: Actor, documentId: string, db: Database = prisma) {
  const document = await getDocument(actor, documentId, db)
  const version = document.versions.find((each) => each.status === 'draft')
  if (!version) throw new Conflict('common:error.transition')
  authorize(documentPolicy.chooseAuthors(actor, document, version))
  const people = await db.membership.findMany({
    where: {
      organizationId: actor.organizationId,
      side: 'supplier',
      deactivatedAt: null,
      functions: { hasSome: [...writingFunctions] },
      NOT: { id: version.authorId },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  const chosen = new Set(version.coAuthors.map((each) => each.membershipId))
  return {
    document,
    version,
    authors: people.filter((each) => chosen.has(each.id)),
    colleagues: people.filter((each) => !chosen.has(each.id)),
  }
}

/** Somebody who saved within this time is held to be writing. */
const present = 5 * 60_000

/** Who else is writing a draft, with the last save; null when nobody is. */
export async function findOtherWriter(actor: Actor, versionId: string, db: Database = prisma) {
  const save = await db.documentDraftSave.findFirst({
    where: {
      versionId,
      version: { organizationId: actor.organizationId },
      savedById: { not: actor.membershipId },
      savedAt: { gt: new Date(now().getTime() - present) },
    },
    orderBy: { savedAt: 'desc' },
    select: { savedAt: true, savedBy: { select: { name: true } } },
  })
  return save && { name: save.savedBy.name, savedAt: save.savedAt }
}
