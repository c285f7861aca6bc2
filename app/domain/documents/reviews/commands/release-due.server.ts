import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { DocumentScheduledRelease } from '#app/platform/database/client/client.ts'
import { runAsActor, transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { DomainError, Forbidden } from '#app/platform/errors.ts'
import { releaseVersion } from '../../commands/release.server.ts'
import { documentNumber } from '../../kinds.ts'
import { reviewEvents } from '../events.ts'
import { localText } from '../local-time.ts'
import { changeOfSeers, type SeersChange } from '../queries/seers.server.ts'
import type { Refusal } from '../refusal.ts'

/** So many at a time; the rest a minute later. */
const mostAtOnce = 200

/**
 * Releases what is due, each as the person who decided it, for whom everything is asked again. What cannot be released
 * any more, or would be seen by others than those who were confirmed, is taken off the plan and waits for a person; its
 * owner hears why. Any number of processes may run this at once.
 */
export async function releaseDue(): Promise<void> {
  const due = await unscopedPrisma().documentScheduledRelease.findMany({
    where: { releaseAt: { lte: now() } },
    orderBy: [{ releaseAt: 'asc' }, { versionId: 'asc' }],
    take: mostAtOnce,
  })
  const faults: unknown[] = []
  for (const planned of due) {
    await releasePlanned(planned).catch((fault: unknown) => faults.push(fault))
  }
  // One that fails for a reason of ours holds nothing else up, and is tried again in a minute.
  if (faults.length > 0) throw faults[0]
}

async function releasePlanned(planned: DocumentScheduledRelease): Promise<void> {
  const actor = await unscopedFindActor(planned.decidedById)
  if (!actor) return refuse(planned, { refusal: 'deactivated' })
  const { documentId, versionId, releaseAt, seenAt } = planned
  try {
    const change = await runAsActor(actor.membershipId, () =>
      transact(async (tx) => {
        // Who holds the row releases it; the others find nothing to do.
        const held = await tx.$queryRaw<{ version: number }[]>`
          SELECT v.version FROM document_scheduled_release s JOIN document_version v ON v.id = s.version_id
          WHERE s.version_id = ${versionId}::uuid AND s.release_at = ${releaseAt} FOR UPDATE OF s SKIP LOCKED`
        const version = held[0]?.version
        if (version === undefined) return null
        const difference = await changeOfSeers(actor, planned, tx)
        if (!difference) await releaseVersion(actor, documentId, { version, seenAt })
        return difference
      }),
    )
    if (change) await refuse(planned, change)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    await refuse(planned, { refusal: error instanceof Forbidden ? 'forbidden' : 'changed' })
  }
}

type Why = { refusal: Refusal } | SeersChange

/** As the system: whoever decided it cannot act any more, or may not. */
async function refuse(planned: DocumentScheduledRelease, why: Why): Promise<void> {
  const { versionId, documentId, releaseAt, decidedById } = planned
  await unscopedPrisma().$transaction(async (tx) => {
    const { count } = await tx.documentScheduledRelease.deleteMany({ where: { versionId, releaseAt } })
    if (count === 0) return
    const { version, title, document } = await tx.documentVersion.findUniqueOrThrow({
      where: { id: versionId },
      select: {
        version: true,
        title: true,
        document: { select: { organizationId: true, kind: true, number: true } },
      },
    })
    const { organizationId, kind, number } = document
    const { timeZone: zone } = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { timeZone: true },
    })
    const named = { number: documentNumber(kind, number), title, version }
    const payload = { ...named, at: localText(releaseAt, zone), zone, ...why, decidedById }
    const subject = { id: documentId, organizationId }
    await record(tx, null, reviewEvents.releaseRefused(subject, payload, 'supplier'))
  })
}
