import type { Prisma } from '#app/platform/database/client/client.ts'
import { type ComparisonStatus, isAgreed } from '../comparison.ts'
import { type AnyResult, workedOf } from '../model/calculate.ts'
import type { Outcome } from '../outcome.server.ts'

/** What both sides signed, newest first. */
export const agreedFigures = {
  orderBy: { revision: 'desc' },
  take: 1,
  select: { hash: true, result: true },
} satisfies Prisma.Comparison$agreementsArgs

type AgreedFigures = Prisma.ComparisonAgreementGetPayload<{ select: (typeof agreedFigures)['select'] }>

/**
 * The figures of an agreed comparison are those that were signed: a later engine that calculates otherwise changes
 * none of them. Null while it is not agreed.
 */
export function agreedOutcome(status: ComparisonStatus, [agreement]: AgreedFigures[]): Outcome | null {
  if (!isAgreed(status) || !agreement) return null
  const result = agreement.result as unknown as AnyResult
  return {
    problems: [],
    figures: { result, hash: agreement.hash },
    worked: workedOf(result),
  }
}
