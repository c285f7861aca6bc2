import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { ReceivedMail } from '#app/platform/database/client/client.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import type { TakenReason } from '../mail.ts'

/** The same mail is a message already. */
export class AlreadyTaken extends Error {}

/**
 * Marks a mail taken, in the transaction that does what it says.
 * @throws AlreadyTaken
 */
export async function claimMail(
  tx: Tx,
  actor: Actor,
  { id, reason }: { id: string; reason: TakenReason | '' },
): Promise<ReceivedMail> {
  const { count } = await tx.receivedMail.updateMany({
    where: { id, status: { in: ['received', 'held'] } },
    data: { status: 'taken', reason, settledAt: now(), membershipId: actor.membershipId },
  })
  if (count !== 1) throw new AlreadyTaken()
  return tx.receivedMail.findUniqueOrThrow({ where: { id } })
}
