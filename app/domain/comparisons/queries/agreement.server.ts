import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { AnyResult } from '../model/calculate.ts'
import type { AnyCase } from '../model/case-for.ts'
import { hashOf, outcomeOf } from '../outcome.server.ts'
import { visibleComparisons } from '../scope.server.ts'

const organization = { select: { id: true, name: true } }

const agreement = {
  id: true,
  revision: true,
  hash: true,
  engineVersion: true,
  case: true,
  result: true,
  agreedAt: true,
  comparison: {
    select: {
      id: true,
      number: true,
      title: true,
      account: { select: { supplier: organization, customer: organization } },
      signatures: {
        orderBy: { side: 'asc' },
        select: {
          side: true,
          revision: true,
          hash: true,
          signedAt: true,
          signedBy: { select: { name: true } },
        },
      },
    },
  },
} satisfies Prisma.ComparisonAgreementSelect

type Row = Prisma.ComparisonAgreementGetPayload<{ select: typeof agreement }>

export type Agreement = Omit<Row, 'case' | 'result'> & {
  case: AnyCase
  result: AnyResult
  /** Whether the stored case and result still give the hash that both sides signed. */
  isIntact: boolean
  /** Whether calculating the stored case again gives the stored result, to the last digit. */
  isReproduced: boolean
}

/**
 * What both sides agreed, checked: the hash is taken again, and the figure is calculated again from the stored case.
 * @throws NotFound also while there is no agreement.
 */
export async function getAgreement(
  actor: Actor,
  comparisonId: string,
  db: Database = prisma,
): Promise<Agreement> {
  const row = await db.comparisonAgreement.findFirst({
    relationLoadStrategy: 'join',
    where: { comparisonId: requireId(comparisonId), comparison: visibleComparisons(actor) },
    select: agreement,
    orderBy: { revision: 'desc' },
  })
  if (!row) throw new NotFound()
  const input = row.case as unknown as AnyCase
  const result = row.result as unknown as AnyResult
  const outcome = outcomeOf(input)
  const signatures = row.comparison.signatures.filter((each) => each.revision === row.revision)
  const signers = new Set(signatures.filter((each) => each.hash === row.hash).map((each) => each.side))
  return {
    ...row,
    comparison: { ...row.comparison, signatures },
    case: input,
    result,
    isIntact: signers.size === 2 && outcome.problems.length === 0 && hashOf(input, result) === row.hash,
    isReproduced: outcome.figures?.hash === row.hash,
  }
}
