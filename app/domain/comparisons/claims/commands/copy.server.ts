import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'

interface Copied {
  sourceId: string
  copy: { id: string; accountId: string }
  /** Of an option or a line in the copy; null for one that is not there. */
  newId: (id: string | null) => string | null
}

/** Takes along whose products the options are and what is said of them: what has expired by then is shown as expired. */
export async function copyClaims(tx: Tx, actor: Actor, { sourceId, copy, newId }: Copied): Promise<void> {
  const where = { comparisonId: sourceId }
  const marked = await tx.comparisonOption.findMany({ where: { ...where, isCompetitor: true } })
  if (marked.length === 0) return
  const optionIds = marked.map(({ id }) => newId(id)).filter((id) => id !== null)
  await tx.comparisonOption.updateMany({ where: { id: { in: optionIds } }, data: { isCompetitor: true } })
  const claims = await tx.comparisonClaim.findMany({
    where: { ...where, withdrawnAt: null },
    include: { lines: { select: { lineId: true } } },
    orderBy: { id: 'asc' },
  })
  const place = { comparisonId: copy.id, accountId: copy.accountId }
  for (const { id: _, lines, optionId, ...claim } of claims) {
    const claimId = uuidv7()
    const renewed = { revision: 1, remindedAt: null, writtenById: actor.membershipId, writtenAt: now() }
    await tx.comparisonClaim.create({
      data: { ...claim, ...place, ...renewed, id: claimId, optionId: newId(optionId) ?? optionId },
    })
    const covered = lines.map(({ lineId }) => newId(lineId)).filter((id) => id !== null)
    await tx.comparisonClaimLine.createMany({
      data: covered.map((lineId) => ({ claimId, lineId, ...place })),
    })
  }
}
