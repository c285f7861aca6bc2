import type { MemberFunction } from '#app/domain/access/actor.ts'
import { type CoverageEntry, rankCoverage } from '#app/domain/accounts/coverage.ts'
import type { Language } from '#app/i18n/languages.ts'

/** What is asked, as far as it decides who gets it. */
export interface RoutedQuestion {
  function: MemberFunction
  familyId: string | null
  language: Language
}

/** Conditions that are null fit everything. */
export interface Rule {
  id: string
  function: MemberFunction | null
  familyId: string | null
  language: string | null
  calendarId: string | null
  /** While the calendar is open, or while it is closed. */
  duringHours: boolean
  /** The first of them who is there takes it. */
  memberIds: readonly string[]
}

export interface RoutingFacts {
  /** The coverage matrix of the account. */
  lines: readonly CoverageEntry[]
  /** In the order in which they are tried. */
  rules: readonly Rule[]
  /** Who can take it: active, and with access to the account. */
  takers: ReadonlySet<string>
  /** Who is away at present, each with the deputy, or null. */
  absent: ReadonlyMap<string, string | null>
  isOpen: (calendarId: string) => boolean
}

/** Somebody who was looked at: takes it, is away, or cannot take it at all. */
export interface Considered {
  membershipId: string
  /** The rule that names them; null for the coverage matrix. */
  ruleId: string | null
  /** For whom they stand in. */
  insteadOf: string | null
  outcome: 'takes' | 'absent' | 'cannot'
}

export interface Route {
  /** Null where nobody is there: the team of the account is asked, and everybody sees that nobody has it. */
  taken: Considered | null
  /** Everybody who was looked at, in order; the last one takes it, where somebody does. */
  considered: Considered[]
}

/**
 * Who gets a question: the coverage matrix from its narrowest line to its widest, then the rules in their order; never
 * somebody who is away or has left. In the place of who is away comes the deputy, or the deputy's deputy.
 */
export function routeOf(question: RoutedQuestion, facts: RoutingFacts): Route {
  const considered: Considered[] = []
  const need = { ...question, side: 'supplier' as const }
  const candidates = [
    ...rankCoverage(facts.lines, need).map(({ membershipId }) => ({ membershipId, ruleId: null })),
    ...facts.rules
      .filter((rule) => fits(rule, question, facts))
      .flatMap((rule) => rule.memberIds.map((membershipId) => ({ membershipId, ruleId: rule.id }))),
  ]
  for (const { membershipId, ruleId } of candidates) {
    for (const each of withDeputies(membershipId, facts)) {
      const one = { ...each, ruleId }
      considered.push(one)
      if (one.outcome === 'takes') return { taken: one, considered }
    }
  }
  return { taken: null, considered }
}

function fits(rule: Rule, question: RoutedQuestion, { isOpen }: RoutingFacts): boolean {
  return (
    (rule.function === null || rule.function === question.function) &&
    (rule.familyId === null || rule.familyId === question.familyId) &&
    (rule.language === null || rule.language === question.language) &&
    (rule.calendarId === null || isOpen(rule.calendarId) === rule.duringHours)
  )
}

/** A person, and in turn whoever stands in as long as the one before is away. */
function* withDeputies(
  first: string,
  { absent, takers }: RoutingFacts,
): Generator<Omit<Considered, 'ruleId'>> {
  const seen = new Set<string>()
  let insteadOf: string | null = null
  for (let id: string | null = first; id !== null && !seen.has(id); id = absent.get(id) ?? null) {
    seen.add(id)
    const isAway = absent.has(id)
    yield { membershipId: id, insteadOf, outcome: isAway ? 'absent' : takers.has(id) ? 'takes' : 'cannot' }
    if (!isAway) return
    insteadOf ??= id
  }
}
