import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { requireTransition } from '#app/domain/access/transition.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { versionTransitions } from '../document.ts'
import { documentEvents } from '../events.ts'
import type { ReleaseInput } from '../forms.ts'
import { listParameters } from '../parameters/queries.server.ts'
import { toldChanges } from '../parameters/told.ts'
import { documentPolicy } from '../policy.ts'
import { getDocument, namedVersion } from '../queries/document.server.ts'
import { requireMarksDecided } from '../redaction/queries/open.server.ts'
import { closeRound, requireReviewed } from '../reviews/commands/round.server.ts'
import { moveVersion } from './move-version.server.ts'

const fasterElsewhere = 'documents:error.releasedMeanwhile'

/**
 * Puts a submitted version in force: from now on its audience sees it, and the version before is superseded. `input`
 * says what the releaser read: a version that was taken back and submitted anew in the meantime is a conflict.
 */
export async function releaseVersion(actor: Actor, documentId: string, input: ReleaseInput): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = document.versions.find((each) => each.version === input.version)
    if (!version) throw new NotFound()
    authorize(documentPolicy.release(actor, document, version))
    if (version.status === 'released') throw new Conflict(fasterElsewhere)
    requireTransition(versionTransitions, version.status, 'released')
    if (version.submittedAt?.getTime() !== input.seenAt.getTime())
      throw new Conflict('documents:error.submittedAnew')
    await requireReviewed(tx, version.id)
    const { organizationId } = document
    await requireMarksDecided(tx, { documentId: document.id, organizationId, versionId: version.id })
    const inForce = document.versions.find((each) => each.status === 'released')
    if (inForce) await moveVersion(tx, inForce, { status: 'superseded' }, fasterElsewhere)
    const at = now()
    const by = { releasedAt: at, releasedById: actor.membershipId }
    await moveVersion(tx, version, { status: 'released', ...by }, fasterElsewhere)
    await closeRound(tx, version.id)
    const { title, language } = version
    await tx.document.update({
      where: { id: documentId },
      data: {
        releasedVersionId: version.id,
        title,
        language,
        status: 'released',
        releasedAt: at,
        updatedAt: at,
      },
      select: { id: true },
    })
    const payload = { ...namedVersion(document, version), supersedes: inForce?.version ?? null }
    const changes = await whatChanged(tx, actor, { from: inForce?.id ?? null, to: version.id })
    await record(tx, actor, documentEvents.released(document, { ...payload, ...changes }))
  })
}

async function whatChanged(tx: Tx, actor: Actor, { from, to }: { from: string | null; to: string }) {
  const { changeNote } = await tx.documentVersion.findUniqueOrThrow({
    where: { id: to },
    select: { changeNote: true },
  })
  if (from === null) return { changeNote }
  const [older, newer] = [await listParameters(actor, from, tx), await listParameters(actor, to, tx)]
  return { changeNote, parameters: toldChanges(older, newer) }
}
