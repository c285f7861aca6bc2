import { uuidv7 } from 'uuidv7'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { addJob } from '#app/platform/jobs.server.ts'
import type { IncomingMail, MailTaker } from '#app/platform/mail-in/incoming-mail.ts'
import { incomingMails } from '#app/platform/metrics.server.ts'
import { removeStored, storeFile } from '#app/platform/storage.server.ts'
import { unscopedDestination } from '../address.server.ts'

/**
 * Keeps a mail: the whole of it in the storage, then a row and a job for each of our addresses in one transaction. What
 * becomes of it is the job's affair, so a mail that was accepted is never lost, and one that was not is the sender's.
 */
async function unscopedTakeIn(mail: IncomingMail): Promise<void> {
  const rawKey = `mail/${crypto.randomUUID()}`
  const { way, envelopeFrom, clientAddress, clientName, size } = mail
  const common = { way, envelopeFrom, clientAddress, clientName, size, rawKey, receivedAt: now() }
  const recipients = [...new Set(mail.recipients.map((each) => each.toLowerCase()))]
  await storeFile(mail.local, rawKey)
  try {
    await unscopedPrisma().$transaction(async (tx) => {
      for (const recipient of recipients) {
        const id = uuidv7()
        await tx.receivedMail.create({
          data: { id, ...common, recipient, messageId: '' },
          select: { id: true },
        })
        // In a rush of mails, what was written comes before who hears of it.
        await addJob(tx, 'receiveMail', { receivedMailId: id }, { jobKey: `receive:${id}`, priority: -1 })
      }
    })
  } catch (error) {
    await removeStored(rawKey)
    throw error
  }
  incomingMails.inc({ way, outcome: 'stored' })
}

/** What the ways in ask: app/server.ts gives it to them. */
export const mailTaker: MailTaker = {
  knows: async (address) => (await unscopedDestination(address)) !== null,
  take: unscopedTakeIn,
}
