import { comparisonNumber, costCategories } from '#app/domain/comparisons/comparison.ts'
import { agreementRows, type Case, comparisonRow, partRows } from './comparison-rows.ts'
import type { Draw } from './documents.ts'
import type { Row } from './insert.ts'
import type { Account } from './people.ts'
import { period } from './plan.ts'
import { type Random, zipf } from './random.ts'
import { Writer } from './texts.ts'

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
  const rows = cases.map((each) => comparisonRow(each, people.supplierId))
  return [['comparison', rows], ...partRows(cases), ...agreementRows(random, cases)]
}

type Named = Pick<Case, 'account' | 'number' | 'title'>

function caseAt({ random, people }: Draw, named: Named): Case {
  const { account } = named
  const at = period.from + random.fraction() * (period.to - period.from)
  const id = () => random.id(at)
  const isAgreed = random.chance(0.4)
  return {
    ...named,
    ...{ id: id(), at, currency: random.pick(['EUR', 'USD', 'CNY']), discountRate: '0.08', horizonYears: 5 },
    ...{ rateKind: 'nominal', inflation: null, timing: 'year_end', escalation: {} },
    ...partsAt(random, id),
    status: random.chance(0.2) ? 'draft' : isAgreed ? 'agreed' : 'shared',
    owner: random.pick(account.isRestricted ? account.team : people.suppliers),
    buyer:
      account.members.find((each) => each.functions.includes('purchasing')) ?? random.pick(account.members),
  }
}

/** Three options, some dozen lines, five years; the customer has put in a third of the values. */
function partsAt(
  random: Random,
  id: () => string,
): Pick<Case, 'options' | 'lines' | 'quantities' | 'assumptions'> {
  const names = ['Present drive', 'CMD series', 'CMD series with filter']
  const options = names.map((name, place) => ({ id: id(), name, isBaseline: place === 0 }))
  const lines = Array.from({ length: random.whole(10, 16) }, (_, place) => ({
    id: id(),
    name: `Cost ${place + 1}`,
    category: costCategories[place % costCategories.length] ?? 'material',
    basis: (['per_unit', 'per_year', 'one_off'] as const)[place % 3] ?? 'per_unit',
    ...{ calculator: null, calculatorVersion: null, bindings: {}, formula: '' },
    ...{ batchSize: null, eventsPerYear: null, year: 0, lives: {} },
  }))
  const values = (amount: number) => ({
    supplier: { value: amount.toFixed(2) },
    customer: { value: random.chance(0.3) ? (amount * 1.1).toFixed(2) : null },
  })
  const costs = lines.flatMap((line) =>
    options.map((option, place) => {
      const amount = line.basis === 'per_unit' ? random.whole(100, 4000) / 100 : random.whole(500, 30_000)
      const of = { lineId: line.id, optionId: option.id, quantityId: null, year: null }
      return { id: id(), ...of, ...values(amount * (1 - place * 0.08)) }
    }),
  )
  const volumes = [1, 2, 3, 4, 5].map((year) => {
    return {
      id: id(),
      lineId: null,
      optionId: null,
      quantityId: null,
      year,
      ...values(random.whole(1_000, 90_000)),
    }
  })
  return { options, lines, quantities: [], assumptions: [...costs, ...volumes] }
}

function tell({ people, chronicle }: Draw, each: Case): void {
  const { id, account, owner, buyer, at } = each
  const named = { number: comparisonNumber(each.number), title: each.title }
  const common = { organizationId: people.supplierId, accountId: account.id, subjectId: id, actor: owner }
  chronicle.add({ ...common, at, type: 'comparison.created', side: 'supplier', payload: named })
  if (each.status === 'draft') return
  const shared = { ...common, at: at + period.day, payload: { ...named, revision: 1 }, told: [buyer.id] }
  chronicle.add({ ...shared, type: 'comparison.shared' })
}
