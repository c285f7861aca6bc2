import type { Actor } from '#app/domain/access/actor.ts'
import { getAccount } from '#app/domain/accounts/queries/accounts.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { localDay } from '../engine/days.ts'
import { visibleTerms } from '../scope.server.ts'
import { type Terms, usualTerms } from '../terms.ts'

const select = {
  id: true,
  accountId: true,
  effectiveOn: true,
  acknowledgeDays: true,
  responseDays: true,
  sampleDays: true,
  isSilenceAcceptance: true,
  reminderDays: true,
  noticeDays: true,
  lastOrderMonths: true,
  lastDeliveryMonths: true,
  reference: true,
  decidedAt: true,
  decidedBy: { select: { name: true } },
} as const

/** Of those in effect the newest: by the day from which they hold, and of one day the one that was decided last. */
const newestFirst = [{ effectiveOn: 'desc' }, { id: 'desc' }] as const

/** The terms of accounts that hold on a day of each account's own zone; the usual ones where none were agreed. */
export async function findTermsInEffect(
  db: Database,
  accounts: { id: string; timeZone: string }[],
): Promise<Map<string, Terms & { id: string | null }>> {
  const rows = await db.documentTerms.findMany({
    where: { accountId: { in: accounts.map(({ id }) => id) } },
    select,
    orderBy: [...newestFirst],
  })
  return new Map(
    accounts.map(({ id, timeZone }) => {
      const today = localDay(now(), timeZone)
      const held = rows.find((row) => row.accountId === id && dayOf(row.effectiveOn) <= today)
      return [id, held ?? { ...usualTerms, id: null }]
    }),
  )
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/**
 * What an account's contract says: what holds today, and every version that was decided, the newest first.
 * @throws NotFound
 */
export async function getAccountTerms(actor: Actor, accountId: string, db: Database = prisma) {
  const account = await getAccount(actor, accountId, db)
  const rows = await db.documentTerms.findMany({
    where: { AND: [{ accountId: account.id }, visibleTerms(actor)] },
    select,
    orderBy: [...newestFirst],
    take: 100,
  })
  const today = localDay(now(), account.customer.timeZone)
  const versions = rows.map(({ decidedBy, effectiveOn, ...row }) => ({
    ...row,
    effectiveOn: dayOf(effectiveOn),
    decidedBy: decidedBy.name,
  }))
  const held = versions.find(({ effectiveOn }) => effectiveOn <= today) ?? null
  return { account, today, versions, heldId: held?.id ?? null, terms: held ?? usualTerms }
}
export type AccountTerms = Awaited<ReturnType<typeof getAccountTerms>>
export type TermsVersion = AccountTerms['versions'][number]
