import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { isUniqueViolation, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { underWay } from '../document.ts'
import { documentEvents } from '../events.ts'
import { copyParameters } from '../parameters/commands/copy.server.ts'
import { documentPolicy } from '../policy.ts'
import { getDocument, namedVersion } from '../queries/document.server.ts'
import { takeTranslations } from '../translations/take.server.ts'
import { newestVersion } from './move-version.server.ts'
import { linkFiles } from './write-files.server.ts'

/** Begins the next version as a draft of the actor's, with what the version in force says; else with the newest one's. */
export async function startVersion(actor: Actor, documentId: string): Promise<void> {
  try {
    await transact(async (tx) => {
      const document = await getDocument(actor, documentId, tx)
      authorize(documentPolicy.startVersion(actor, document))
      if (document.versions.some((each) => underWay.includes(each.status))) {
        throw new Conflict('documents:error.versionUnderWay')
      }
      const newest = newestVersion(document)
      const from = document.versions.find((each) => each.status === 'released') ?? newest
      const { files, ...says } = await tx.documentVersion.findUniqueOrThrow({
        relationLoadStrategy: 'join',
        where: { id: from.id },
        select: {
          body: true,
          summary: true,
          keywords: true,
          files: { orderBy: { position: 'asc' }, select: { fileId: true } },
        },
      })
      const { organizationId } = document
      const { title, language } = from
      const at = now()
      const by = { authorId: actor.membershipId, createdAt: at, updatedAt: at }
      const version = await tx.documentVersion.create({
        data: { documentId, organizationId, version: newest.version + 1, title, language, ...says, ...by },
        select: { id: true, documentId: true, version: true, title: true },
      })
      await copyParameters(tx, from.id, version.id)
      await linkFiles(
        tx,
        actor,
        version,
        files.map((file) => file.fileId),
      )
      await takeTranslations(tx, { from: from.id, to: version.id })
      await tx.document.update({
        where: { id: documentId },
        data: { status: 'draft', updatedAt: at },
        select: { id: true },
      })
      await record(
        tx,
        actor,
        documentEvents.versionStarted(document, namedVersion(document, version), 'supplier'),
      )
    })
  } catch (error) {
    // Somebody else began one at the same moment: the database allows one version under way.
    if (isUniqueViolation(error)) throw new Conflict('documents:error.versionUnderWay')
    throw error
  }
}
