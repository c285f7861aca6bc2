import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { languagesOf, storedTexts } from '../macro.ts'
import { macroPolicy } from '../policy.ts'
import { visibleMacros } from '../scope.server.ts'

const macro = {
  ...{ id: true, reach: true, ownerId: true, function: true, accountId: true, name: true, texts: true },
  ...{ takesOver: true, asksBack: true, revision: true, retiredAt: true },
  account: { select: { customer: { select: { name: true } } } },
} satisfies Prisma.ConsultationMacroSelect

/** Whether the actor serves an account. */
export async function isOnTeam(
  actor: Actor,
  accountId: string | null,
  db: Database = prisma,
): Promise<boolean> {
  if (!accountId) return false
  const { membershipId } = actor
  return (await db.teamMember.count({ where: { accountId, membershipId } })) > 0
}

/** All that the actor may use or keep, retired ones last, each with how often it was used as far as the actor may know. */
export async function listMacros(actor: Actor, db: Database = prisma) {
  const rows = await db.consultationMacro.findMany({
    relationLoadStrategy: 'join',
    where: visibleMacros(actor),
    select: { ...macro, _count: { select: { uses: true } } },
    orderBy: [
      { retiredAt: { sort: 'desc', nulls: 'first' } },
      { reach: 'asc' },
      { name: 'asc' },
      { id: 'asc' },
    ],
    take: 500,
  })
  const teams = await db.teamMember.findMany({
    where: { membershipId: actor.membershipId },
    select: { accountId: true },
  })
  const served = new Set(teams.map(({ accountId }) => accountId))
  return rows.map(({ _count, texts, account, ...row }) => ({
    ...{ id: row.id, name: row.name, reach: row.reach, function: row.function, retiredAt: row.retiredAt },
    ...{ customer: account?.customer.name ?? null, languages: languagesOf(storedTexts.parse(texts)) },
    uses: _count.uses,
    canWrite: macroPolicy.write(actor, { ...row, isOnTeam: served.has(row.accountId ?? '') }),
  }))
}

/**
 * One that the actor may see.
 * @throws NotFound
 */
export async function getMacro(actor: Actor, id: string, db: Database = prisma) {
  const found = await db.consultationMacro.findFirst({
    where: { AND: [{ id: requireId(id) }, visibleMacros(actor)] },
    select: { ...macro, account: false },
  })
  if (!found) throw new NotFound()
  const texts = storedTexts.parse(found.texts)
  return { ...found, texts, isOnTeam: await isOnTeam(actor, found.accountId, db) }
}
