import type { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { Conflict } from '#app/platform/errors.ts'
import { releaseVersion } from '../../commands/release.server.ts'
import { documentPolicy } from '../../policy.ts'
import { getDocument } from '../../queries/document.server.ts'
import { getVersionPage } from '../../queries/page.server.ts'
import type { ReleaseWhenForm } from '../forms.ts'
import { previewReach } from '../queries/reach.server.ts'
import { scheduleRelease } from './schedule.server.ts'

/**
 * The one button of the release page: at once, or at the time that was chosen.
 * @throws Conflict when no names were confirmed, or other people would see it than those who were.
 */
export async function decideRelease(
  actor: Actor,
  documentId: string,
  { when, releaseAt = '', reach = '', ...seen }: z.output<typeof ReleaseWhenForm>,
): Promise<'released' | 'scheduled'> {
  await requireSameReach(actor, documentId, reach)
  if (when === 'later') {
    await scheduleRelease(actor, documentId, { ...seen, releaseAt })
    return 'scheduled'
  }
  await releaseVersion(actor, documentId, seen)
  return 'released'
}

async function requireSameReach(actor: Actor, documentId: string, seen: string): Promise<void> {
  const { versions } = await getDocument(actor, documentId)
  const waiting = versions.find((each) => each.status === 'submitted')
  // Released or taken back in the meantime: the release itself says so.
  if (!waiting) return
  const { document, version } = await getVersionPage(actor, documentId, waiting.version)
  authorize(documentPolicy.release(actor, document, version))
  if (seen === '') throw new Conflict('reviews:error.reachUnseen')
  const { key } = await previewReach(actor, document)
  if (key !== seen) throw new Conflict('reviews:error.reachMeanwhile')
}
