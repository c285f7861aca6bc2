import type { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import { releaseVersion } from '../../commands/release.server.ts'
import type { ReleaseWhenForm } from '../forms.ts'
import { scheduleRelease } from './schedule.server.ts'

/** The one button of the release page: at once, or at the time that was chosen. */
export async function decideRelease(
  actor: Actor,
  documentId: string,
  { when, releaseAt = '', ...seen }: z.output<typeof ReleaseWhenForm>,
): Promise<'released' | 'scheduled'> {
  if (when === 'later') {
    await scheduleRelease(actor, documentId, { ...seen, releaseAt })
    return 'scheduled'
  }
  await releaseVersion(actor, documentId, seen)
  return 'released'
}
