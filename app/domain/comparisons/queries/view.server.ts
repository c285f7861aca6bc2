import type { Actor } from '#app/domain/access/actor.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import type { CaseSource } from '../case-of.ts'
import { comparisonNumber } from '../comparison.ts'
import type { AnyProblem } from '../model/calculate.ts'
import { caseFor } from '../model/case-for.ts'
import { type PlaceOnPage, placeOnPage } from '../model/places.ts'
import { lineRows, shownModel } from '../model/shown.ts'
import { comparisonAbilities } from '../policy.ts'
import { getComparisonDetails } from './details.server.ts'

/** What keeps a case from being calculated, as an encoded message, and the input where it stands. */
export interface PlacedProblem {
  message: string
  assumptionId: string | null
  /** What it is of, where the message does not say so. */
  place: PlaceOnPage | null
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
    model: shownModel(comparison, outcome.worked),
    rows: lineRows(caseFor(comparison), outcome.worked),
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

function placed(source: CaseSource, { path, key, values }: AnyProblem): PlacedProblem {
  const message = encodeMessage(key, values)
  const found = placeOnPage(path, source)
  if (found) {
    const place = key.startsWith('calculators:') ? found : null
    return { message, assumptionId: found.assumptionId, place }
  }
  const year = path.startsWith('volumes') ? (values?.year ?? 1) : null
  const volume = year === null ? undefined : source.assumptions.find((each) => each.year === year)
  return { message, assumptionId: volume?.id ?? null, place: null }
}
