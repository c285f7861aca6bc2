import { type CaseSource, caseOf } from '#app/domain/comparisons/case-of.ts'
import {
  type ComparisonStatus,
  comparisonNumber,
  costBases,
  costCategories,
} from '#app/domain/comparisons/comparison.ts'
import { outcomeOf } from '#app/domain/comparisons/outcome.server.ts'
import type { Draw } from './documents.ts'
import { instant, type Row } from './insert.ts'
import type { Account, Member } from './people.ts'
import { period } from './plan.ts'
import { zipf } from './random.ts'
import { Writer } from './texts.ts'

interface Case extends CaseSource {
  id: string
  number: number
  title: string
  account: Account
  owner: Member
  buyer: Member
  status: ComparisonStatus
  at: number
}

/** Comparisons with their options, cost lines and values; a third of them agreed. */
export function inventComparisons(draw: Draw): [string, Row[]][] {
  const { random, people, size } = draw
  const account = zipf(random, people.accounts.length, 6)
  const writer = new Writer(random, 'en')
  const cases = Array.from({ length: size.comparisons }, (_, at) => {
    const where = people.accounts[account()] ?? (people.accounts[0] as Account)
    return caseAt(draw, { account: where, number: at + 1, title: writer.title() })
  })
  for (const each of cases) tell(draw, each)
  const agreed = cases.filter(({ status }) => status === 'agreed')
  const signed = agreed.flatMap((each) => agreementRows(draw, each) ?? [])
  return [
    ['comparison', cases.map((each) => comparisonRow(each, people.supplierId))],
    [
      'comparison_option',
      cases.flatMap((each) =>
        each.options.map((option, position) => ({
          id: option.id,
          ...partOf(each),
          position,
          name: option.name,
          is_baseline: option.isBaseline,
        })),
      ),
    ],
    [
      'cost_line',
      cases.flatMap((each) =>
        each.lines.map((line, position) => ({
          id: line.id,
          ...partOf(each),
          position,
          category: line.category,
          basis: line.basis,
          name: line.name,
        })),
      ),
    ],
    ['assumption', cases.flatMap((each) => each.assumptions.map((value) => assumptionRow(each, value)))],
    ['comparison_signature', signed.flatMap(({ signatures }) => signatures)],
    ['comparison_agreement', signed.map(({ agreement }) => agreement)],
  ]
}

const partOf = ({ id, account }: Case) => ({ comparison_id: id, account_id: account.id })

function caseAt(
  { random, people }: Draw,
  { account, number, title }: { account: Account; number: number; title: string },
): Case {
  const at = period.from + random.fraction() * (period.to - period.from)
  const id = () => random.id(at)
  const options = ['Present drive', 'CMD series', 'CMD series with filter'].map((name, place) => ({
    id: id(),
    name,
    isBaseline: place === 0,
  }))
  const lines = Array.from({ length: random.whole(10, 16) }, (_, place) => ({
    ...{
      id: id(),
      name: `Cost ${place + 1}`,
      category: costCategories[place % costCategories.length] ?? 'material',
    },
    basis: costBases[place % 3] ?? 'per_unit',
  }))
  const value = (amount: number | null) => ({ value: amount === null ? null : amount.toFixed(2) })
  const customer = (amount: number) => value(random.chance(0.3) ? amount : null)
  const costs = lines.flatMap((line) =>
    options.map((option, place) => {
      const amount =
        (line.basis === 'per_unit' ? random.whole(100, 4000) / 100 : random.whole(500, 30_000)) *
        (1 - place * 0.08)
      return {
        id: id(),
        lineId: line.id,
        optionId: option.id,
        year: null,
        supplier: value(amount),
        customer: customer(amount * 1.1),
      }
    }),
  )
  const volumes = [1, 2, 3, 4, 5].map((year) => ({
    ...{
      id: id(),
      lineId: null,
      optionId: null,
      year,
      supplier: value(random.whole(1_000, 90_000)),
      customer: customer(20_000),
    },
  }))
  const status: ComparisonStatus = random.chance(0.2) ? 'draft' : random.chance(0.6) ? 'shared' : 'agreed'
  return {
    ...{
      id: id(),
      number,
      title,
      account,
      status,
      at,
      owner: random.pick(account.isRestricted ? account.team : people.suppliers),
    },
    ...{
      buyer:
        account.members.find(({ functions }) => functions.includes('purchasing')) ??
        random.pick(account.members),
    },
    ...{
      currency: random.pick(['EUR', 'USD', 'CNY']),
      discountRate: '0.08',
      horizonYears: 5,
      options,
      lines,
    },
    assumptions: [...costs, ...volumes],
  }
}

function comparisonRow(each: Case, organizationId: string): Row {
  const { id, number, title, account, status, at } = each
  return {
    ...{
      id,
      account_id: account.id,
      organization_id: organizationId,
      number,
      title,
      purpose: title,
      currency: each.currency,
    },
    ...{
      discount_rate: each.discountRate,
      horizon_years: each.horizonYears,
      status,
      revision: 1,
      owner_id: each.owner.id,
    },
    ...{ created_at: instant(at), updated_at: instant(at + 5 * period.day) },
    shared_at: status === 'draft' ? null : instant(at + period.day),
  }
}

function assumptionRow(each: Case, value: Case['assumptions'][number]): Row {
  const { supplier, customer } = value
  return {
    ...{ id: value.id, ...partOf(each), line_id: value.lineId, option_id: value.optionId, year: value.year },
    ...{ supplier_value: supplier.value, customer_value: customer.value },
    ...{
      supplier_changed_at: instant(each.at),
      customer_changed_at: customer.value ? instant(each.at + period.day) : null,
    },
    ...{
      supplier_changed_by_id: each.owner.id,
      customer_changed_by_id: customer.value ? each.buyer.id : null,
    },
  }
}

function agreementRows({ random }: Draw, each: Case) {
  const input = caseOf(each)
  const { figures } = outcomeOf(input)
  if (!figures) return null
  const place = { ...partOf(each), revision: 1, hash: figures.hash }
  const sign = (side: string, member: Member, at: number): Row => ({
    id: random.id(at),
    ...place,
    side,
    signed_by_id: member.id,
    signed_at: instant(at),
  })
  const at = each.at + 4 * period.day
  const agreement: Row = {
    id: random.id(at),
    ...place,
    engine_version: figures.result.engineVersion,
    case: input,
    result: figures.result,
    agreed_at: instant(at),
  }
  return {
    signatures: [sign('supplier', each.owner, at), sign('customer', each.buyer, at + 1000)],
    agreement,
  }
}

function tell({ people, chronicle }: Draw, each: Case): void {
  const named = { number: comparisonNumber(each.number), title: each.title }
  const common = {
    organizationId: people.supplierId,
    accountId: each.account.id,
    subjectId: each.id,
    actor: each.owner,
  }
  chronicle.add({ ...common, at: each.at, type: 'comparison.created', side: 'supplier', payload: named })
  if (each.status === 'draft') return
  const payload = { ...named, revision: 1 }
  chronicle.add({
    ...common,
    at: each.at + period.day,
    type: 'comparison.shared',
    payload,
    told: [each.buyer.id],
  })
}
