import { z } from 'zod'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { addJob } from '#app/platform/jobs.server.ts'
import { codesOf, deliver, isPermanent, reasonOf } from '#app/platform/mailer.server.ts'
import { sightOf } from './still-visible.server.ts'

const Payload = z.object({ mailId: z.uuid() })

/** With the queue's growing pauses this is about nine hours. */
export const deliveryAttempts = 12

/** Delivery may take this long, and holds the row's lock meanwhile. */
const patience = 90_000

/**
 * Delivers one mail. Its row stays locked until the server's answer is recorded, so no second job delivers it; a
 * process that dies between the server's answer and our commit delivers it again under the same Message-ID.
 */
export async function sendMail(payload: unknown): Promise<void> {
  const { mailId } = Payload.parse(payload)
  try {
    await unscopedPrisma().$transaction((tx) => deliverLocked(tx, mailId), {
      timeout: patience,
      maxWait: 10_000,
    })
  } catch (error) {
    await recordFailure(mailId, error)
  }
}

async function deliverLocked(tx: Tx, mailId: string): Promise<void> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM mail WHERE id = ${mailId}::uuid AND status = 'queued' FOR UPDATE SKIP LOCKED`
  if (locked.length === 0) return
  const mail = await tx.mail.findUniqueOrThrow({ where: { id: mailId } })
  if (await isWithheld(tx, mailId)) return
  await deliver({ ...mail, previousId: await previousOf(tx, mail) })
  await tx.mail.update({
    where: { id: mailId },
    data: { status: 'sent', sentAt: now(), attempts: { increment: 1 }, lastError: '' },
  })
}

/** The mail of the same thread that was sent before. */
async function previousOf(
  tx: Tx,
  { id, thread }: { id: string; thread: string },
): Promise<string | undefined> {
  if (!thread) return undefined
  const before = await tx.mail.findFirst({
    where: { thread, id: { lt: id }, status: 'sent' },
    select: { id: true },
    orderBy: { id: 'desc' },
  })
  return before?.id
}

/**
 * A mail can wait for hours. If its reader lost an account or a function meanwhile it stays here, and a mail of what may
 * still be seen is composed anew.
 */
async function isWithheld(tx: Tx, mailId: string): Promise<boolean> {
  const sight = await sightOf({ mailId }, tx)
  if (sight.every(({ isVisible }) => isVisible)) return false
  await tx.mail.update({ where: { id: mailId }, data: { status: 'failed', lastError: 'access was lost' } })
  await tx.notification.updateMany({ where: { mailId }, data: { mailId: null } })
  for (const membershipId of new Set(sight.map((each) => each.membershipId))) {
    await addJob(
      tx,
      'digest',
      { membershipId },
      { jobKey: `digest:${membershipId}`, jobKeyMode: 'preserve_run_at' },
    )
  }
  return true
}

/**
 * What can change is thrown on, so that the queue tries again later; what cannot is final, with its reason. The mail
 * server's own words often repeat the address: they stay with the mail, and the log reads codes alone.
 */
async function recordFailure(mailId: string, error: unknown): Promise<void> {
  const { attempts } = await unscopedPrisma().mail.update({
    where: { id: mailId },
    data: { attempts: { increment: 1 }, lastError: reasonOf(error) },
    select: { attempts: true },
  })
  if (!isPermanent(error) && attempts < deliveryAttempts) {
    throw new Error(`mail ${mailId} could not be delivered: ${codesOf(error)}`)
  }
  await unscopedPrisma().mail.updateMany({
    where: { id: mailId, status: 'queued' },
    data: { status: 'failed' },
  })
}
