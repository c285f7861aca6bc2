import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { paths } from '#app/paths.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { AlreadyTaken } from '../incoming/claim.server.ts'
import { takeMail } from '../incoming/take.server.ts'
import { receivedMailPolicy } from '../policy.ts'
import { readKept } from '../queries/held.server.ts'
import { getReceivedMail } from '../queries/received.server.ts'

interface Confirmed {
  /** Where it stands. */
  to: string
  /** What its word of acceptance came to; empty where it was none. */
  reason: string
}

/**
 * The person says that it wrote a held mail: it becomes the message, the question or the acceptance that it would have
 * been, by the commands that do that, whose event is the record of this.
 * @throws NotFound, Forbidden, Conflict
 */
export async function confirmMail(actor: Actor, id: string | undefined): Promise<Confirmed> {
  const mail = await getReceivedMail(actor, id)
  authorize(receivedMailPolicy.confirm(actor, mail))
  if (mail.status !== 'held') throw new Conflict('common:error.transition')
  await take(actor, mail.id, await readKept(mail))
  const taken = await prisma.receivedMail.findFirst({
    where: { id: mail.id },
    select: { consultationId: true, reason: true },
  })
  const to = taken?.consultationId ? paths.consultation(taken.consultationId) : paths.receivedMails()
  return { to, reason: taken?.reason ?? '' }
}

async function take(actor: Actor, id: string, content: Awaited<ReturnType<typeof readKept>>): Promise<void> {
  try {
    const refused = await takeMail(actor, id, content)
    if (refused === 'empty') throw new Conflict('mailIn:reason.empty')
    if (refused) throw new NotFound('mailIn:error.noAccess')
  } catch (error) {
    if (error instanceof AlreadyTaken) throw new Conflict('mailIn:reason.duplicate')
    throw error
  }
}
