import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { requireTransition } from '#app/domain/access/transition.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { isUniqueViolation, type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { isAuthor } from '../../authorship.ts'
import { newestVersion } from '../../commands/move-version.server.ts'
import { versionTransitions } from '../../document.ts'
import { documentPolicy } from '../../policy.ts'
import { getDocument, namedVersion } from '../../queries/document.server.ts'
import { reviewEvents } from '../events.ts'
import type { ScheduleInput } from '../forms.ts'
import { instantIn, localText } from '../local-time.ts'
import { listSeers } from '../queries/seers.server.ts'
import { furthestReleaseDays } from '../review.ts'
import { requireReviewed } from './round.server.ts'

/**
 * Decides to release a submitted version later. The same has to hold as for a release at once; when it is due, it is
 * asked again. `input.releaseAt` is a local date and time of the organization.
 * @throws Invalid at `releaseAt`
 */
export async function scheduleRelease(actor: Actor, documentId: string, input: ScheduleInput): Promise<void> {
  try {
    await transact(async (tx) => {
      const document = await getDocument(actor, documentId, tx)
      const version = document.versions.find((each) => each.version === input.version)
      if (!version) throw new NotFound()
      authorize(documentPolicy.release(actor, document, version))
      requireTransition(versionTransitions, version.status, 'released')
      if (version.submittedAt?.getTime() !== input.seenAt.getTime())
        throw new Conflict('documents:error.submittedAnew')
      await requireReviewed(tx, version.id)
      const zone = await zoneOf(tx, actor.organizationId)
      const releaseAt = futureInstant(zone, input.releaseAt)
      const { organizationId, membershipId: decidedById } = actor
      const { seenAt } = input
      await tx.documentScheduledRelease.create({
        data: {
          versionId: version.id,
          documentId,
          organizationId,
          releaseAt,
          decidedById,
          decidedAt: now(),
          seenAt,
          confirmedIds: await listSeers(actor, documentId, tx),
        },
        select: { versionId: true },
      })
      const payload = { ...namedVersion(document, version), at: localText(releaseAt, zone), zone }
      await record(tx, actor, reviewEvents.releaseScheduled(document, payload, 'supplier'))
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('reviews:error.scheduledAlready')
    throw error
  }
}

/** Takes a planned release back; the version waits for its release as before. Approvers may, and its author. */
export async function cancelRelease(actor: Actor, documentId: string): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = newestVersion(document)
    const mayCancel =
      documentPolicy.release(actor, document, version) || isAuthor(actor.membershipId, version)
    authorize(mayCancel && document.organizationId === actor.organizationId)
    const planned = await tx.documentScheduledRelease.findUnique({ where: { versionId: version.id } })
    const { count } = await tx.documentScheduledRelease.deleteMany({ where: { versionId: version.id } })
    if (!planned || count !== 1) throw new Conflict('reviews:error.notScheduled')
    const zone = await zoneOf(tx, actor.organizationId)
    const payload = { ...namedVersion(document, version), at: localText(planned.releaseAt, zone), zone }
    await record(tx, actor, reviewEvents.releaseCancelled(document, payload, 'supplier'))
  })
}

async function zoneOf(tx: Tx, organizationId: string): Promise<string> {
  const where = { id: organizationId }
  return (await tx.organization.findUniqueOrThrow({ where, select: { timeZone: true } })).timeZone
}

function futureInstant(zone: string, text: string): Date {
  const instant = instantIn(zone, text)
  if (instant === 'invalid') throw new Invalid('releaseAt', 'reviews:error.noDate')
  if (instant === 'skipped') throw new Invalid('releaseAt', 'reviews:error.skipped', { zone })
  const ahead = instant.getTime() - now().getTime()
  if (ahead <= 0) throw new Invalid('releaseAt', 'reviews:error.past', { zone })
  if (ahead > furthestReleaseDays * 86_400_000) throw new Invalid('releaseAt', 'reviews:error.tooFar')
  return instant
}
