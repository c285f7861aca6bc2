import type { Actor } from '#app/domain/access/actor.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import type { CaseSource } from '../case-of.ts'
import { comparisonNumber } from '../comparison.ts'
import type { CaseProblem } from '../engine/validate.ts'
import { comparisonAbilities } from '../policy.ts'
import { getComparisonDetails } from './details.server.ts'

/** What keeps a case from being calculated, as an encoded message, and the input where it stands. */
export interface PlacedProblem {
  message: string
  assumptionId: string | null
}

/**
 * A comparison as the pages show it: figures, problems at their inputs, and what the actor may do.
 * @throws NotFound
 */
export async function comparisonView(actor: Actor, id: string) {
  const { outcome, isUnread, account, previous, later, ...comparison } = await getComparisonDetails(actor, id)
  return {
    comparison: {
      ...comparison,
      number: comparisonNumber(comparison.number),
      trialFrom: comparison.trialFrom?.toISOString().slice(0, 10) ?? null,
      previous: versionOf(previous),
      later: versionOf(later[0]),
    },
    result: outcome.figures?.result ?? null,
    hash: outcome.figures?.hash ?? null,
    problems: outcome.problems.map((problem) => placed(comparison, problem)),
    side: actor.side,
    sides: { supplier: account.supplier.name, customer: account.customer.name },
    abilities: comparisonAbilities(actor, { ...comparison, account }),
    account: { closedAt: account.closedAt },
    isUnread,
  }
}

const versionOf = (found?: { id: string; number: number } | null) =>
  found ? { id: found.id, number: comparisonNumber(found.number) } : null

function placed(source: CaseSource, { path, key, values }: CaseProblem): PlacedProblem {
  const cost = /^lines\[(\d+)\]\.values\.(.+)$/.exec(path)
  const lineId = source.lines[Number(cost?.[1] ?? -1)]?.id
  const year = path.startsWith('volumes') ? (values?.year ?? 1) : null
  const assumption = source.assumptions.find((each) =>
    year === null ? each.lineId === lineId && each.optionId === cost?.[2] : each.year === year,
  )
  return { message: encodeMessage(key, values), assumptionId: assumption?.id ?? null }
}
