import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { removeStored } from '#app/platform/storage.server.ts'
import { mailKept } from '../mail.ts'

const day = 24 * 3600 * 1000
const batch = 500

/**
 * Lets go of mails for which nobody gave a word in time, and removes the whole of settled ones after a while: what came of
 * it is in the portal. Runs every hour.
 */
export async function unscopedSweepReceivedMails(): Promise<void> {
  const at = now()
  const before = (days: number) => new Date(at.getTime() - days * day)
  await unscopedPrisma().receivedMail.updateMany({
    where: { status: 'held', receivedAt: { lt: before(mailKept.held) } },
    data: { status: 'discarded', settledAt: at },
  })
  // One that stays, because a word is still waited for elsewhere, is passed over and not found again.
  for (let last = ''; ; ) {
    const done = await unscopedPrisma().receivedMail.findMany({
      where: {
        status: { notIn: ['received', 'held'] },
        settledAt: { lt: before(mailKept.settled) },
        rawKey: { gt: last },
      },
      select: { rawKey: true },
      distinct: ['rawKey'],
      orderBy: { rawKey: 'asc' },
      take: batch,
    })
    for (const { rawKey } of done) await unscopedRemoveRaw(rawKey)
    if (done.length < batch) return
    last = done.at(-1)?.rawKey ?? ''
  }
}

/** One mail to several of our addresses lies in the storage once: it goes with the last of them. */
async function unscopedRemoveRaw(rawKey: string): Promise<void> {
  const waiting = await unscopedPrisma().receivedMail.count({
    where: { rawKey, status: { in: ['received', 'held'] } },
  })
  if (waiting > 0) return
  await removeStored(rawKey)
  await unscopedPrisma().receivedMail.updateMany({ where: { rawKey }, data: { rawKey: '' } })
}
