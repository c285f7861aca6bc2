import { type CaseSource, caseOf } from '#app/domain/comparisons/case-of.ts'
import type { ComparisonStatus } from '#app/domain/comparisons/comparison.ts'
import { outcomeOf } from '#app/domain/comparisons/outcome.server.ts'
import { instant, type Row } from './insert.ts'
import type { Account, Member } from './people.ts'
import { period } from './plan.ts'
import type { Random } from './random.ts'

export interface Case extends CaseSource {
  id: string
  number: number
  title: string
  account: Account
  owner: Member
  buyer: Member
  status: ComparisonStatus
  at: number
}

const partOf = ({ id, account }: Case) => ({ comparison_id: id, account_id: account.id })

export function comparisonRow(each: Case, organizationId: string): Row {
  const { id, number, title, account, status, at, currency } = each
  return {
    ...{ id, number, title, purpose: title, currency, status, revision: 1 },
    ...{ account_id: account.id, organization_id: organizationId, owner_id: each.owner.id },
    discount_rate: each.discountRate,
    horizon_years: each.horizonYears,
    created_at: instant(at),
    updated_at: instant(at + 5 * period.day),
    shared_at: status === 'draft' ? null : instant(at + period.day),
  }
}

export function partRows(cases: Case[]): [string, Row[]][] {
  const options = cases.flatMap((each) =>
    each.options.map(({ id, name, isBaseline }, position) => {
      return { id, ...partOf(each), position, name, is_baseline: isBaseline }
    }),
  )
  const lines = cases.flatMap((each) =>
    each.lines.map(({ id, category, basis, name }, position) => {
      return { id, ...partOf(each), position, category, basis, name }
    }),
  )
  const assumptions = cases.flatMap((each) => each.assumptions.map((value) => assumptionRow(each, value)))
  return [
    ['comparison_option', options],
    ['cost_line', lines],
    ['assumption', assumptions],
  ]
}

function assumptionRow(each: Case, value: Case['assumptions'][number]): Row {
  const { supplier, customer } = value
  const hasCustomers = customer.value !== null
  return {
    ...{ id: value.id, ...partOf(each), line_id: value.lineId, option_id: value.optionId, year: value.year },
    supplier_value: supplier.value,
    customer_value: customer.value,
    supplier_changed_at: instant(each.at),
    customer_changed_at: hasCustomers ? instant(each.at + period.day) : null,
    supplier_changed_by_id: each.owner.id,
    customer_changed_by_id: hasCustomers ? each.buyer.id : null,
  }
}

/** What both sides signed, with the figures that the engine gives. */
export function agreementRows(random: Random, cases: Case[]): [string, Row[]][] {
  const signatures: Row[] = []
  const agreements: Row[] = []
  for (const each of cases.filter(({ status }) => status === 'agreed')) {
    const input = caseOf(each)
    const { figures } = outcomeOf(input)
    if (!figures) continue
    const { hash, result } = figures
    const at = instant(each.at + 4 * period.day)
    const place = { ...partOf(each), revision: 1, hash }
    const id = () => random.id(each.at + 4 * period.day)
    for (const { side, id: signed_by_id } of [each.owner, each.buyer]) {
      signatures.push({ id: id(), ...place, side, signed_by_id, signed_at: at })
    }
    agreements.push({
      id: id(),
      ...place,
      engine_version: result.engineVersion,
      case: input,
      result,
      agreed_at: at,
    })
  }
  return [
    ['comparison_signature', signatures],
    ['comparison_agreement', agreements],
  ]
}
