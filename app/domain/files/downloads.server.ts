import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'

/** What a client asks for behind the beginning belongs to a download that began within this time, in milliseconds. */
const sameDownload = 60 * 60_000

interface Download {
  type: string
  subjectId: string
  /** The field of the event's payload that names the file, and its value. */
  file: { path: string; equals: string }
}

/** Whether the actor's download of this file was recorded within the hour. */
export async function isDownloadKnown(
  tx: Tx,
  actor: Actor,
  { type, subjectId, file }: Download,
): Promise<boolean> {
  const event = await tx.event.findFirst({
    where: {
      type,
      subjectId,
      actorId: actor.membershipId,
      occurredAt: { gt: new Date(now().getTime() - sameDownload) },
      payload: { path: [file.path], equals: file.equals },
    },
    select: { id: true },
  })
  return event !== null
}
