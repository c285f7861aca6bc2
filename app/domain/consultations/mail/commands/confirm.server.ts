import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { paths } from '#app/paths.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { AlreadyTaken, takeMail } from '../incoming/take.server.ts'
import { receivedMailPolicy } from '../policy.ts'
import { readKept } from '../queries/held.server.ts'
import { getReceivedMail } from '../queries/received.server.ts'

/**
 * The person says that it wrote a held mail: it becomes the message or the question that it would have been, by the
 * commands that post it, whose event is the record of this. Returns where it stands.
 * @throws NotFound, Forbidden, Conflict
 */
export async function confirmMail(actor: Actor, id: string | undefined): Promise<string> {
  const mail = await getReceivedMail(actor, id)
  authorize(receivedMailPolicy.confirm(actor, mail))
  if (mail.status !== 'held') throw new Conflict('common:error.transition')
  await take(actor, mail.id, await readKept(mail))
  const taken = await prisma.receivedMail.findFirst({
    where: { id: mail.id },
    select: { consultationId: true },
  })
  return taken?.consultationId ? paths.consultation(taken.consultationId) : paths.receivedMails()
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
