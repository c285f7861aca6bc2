import type { Actor } from '#app/domain/access/actor.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { visiblePackages } from '../scope.server.ts'

/** The packages of an account, or of one of its variants alone, that were taken, the latest first, and how many of their versions are no longer in force. */
export async function listPackages(
  actor: Actor,
  { accountId, variantId }: { accountId: string; variantId: string | null },
  db: Database,
) {
  const rows = await db.handoverPackage.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ accountId, ...(variantId ? { variantId } : {}) }, visiblePackages(actor)] },
    select: {
      id: true,
      name: true,
      takenAt: true,
      variant: { select: { number: true } },
      takenBy: { select: { name: true, side: true, organization: { select: { name: true } } } },
      items: { select: { version: { select: { status: true } } } },
    },
    orderBy: { id: 'desc' },
    take: 20,
  })
  return rows.map(({ takenBy, items, variant, ...row }) => ({
    ...row,
    variant: variant?.number ?? null,
    by: takenBy.name,
    organization: takenBy.organization.name,
    side: takenBy.side,
    documents: items.length,
    outdated: items.filter(({ version }) => version?.status !== 'released').length,
  }))
}
export type TakenPackage = Awaited<ReturnType<typeof listPackages>>[number]
