import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { mailOfMessageId } from '#app/platform/mailer.server.ts'
import type { Destination } from '../address.server.ts'
import { readBounce } from '../reading/bounce.ts'
import type { ReadMail } from '../reading/read-mail.server.ts'

/**
 * Writes down at a mail of ours that it came back. The address that it came back to names the mail; else the Message-ID
 * that the report brings along does: nobody but the receiver and the servers on the way knows either.
 */
export async function unscopedNoteBounce(mail: ReadMail, destination: Destination | null): Promise<void> {
  const { isFinal, reason } = readBounce(mail.report)
  const returned = mail.returned.map(mailOfMessageId).find((id) => id !== null)
  const mailId = destination?.kind === 'bounce' ? destination.mailId : returned
  if (!mailId || mail.nature.kind !== 'bounce') return
  const data = isFinal
    ? { status: 'failed' as const, bouncedAt: now(), lastError: reason }
    : { lastError: reason }
  await unscopedPrisma().mail.updateMany({ where: { id: mailId, bouncedAt: null }, data })
}
