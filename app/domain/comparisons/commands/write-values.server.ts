import type { Tx } from '#app/platform/database/database.server.ts'
import { isPlain } from './model/line-data.ts'
import type { Plan } from './write-parts.server.ts'

interface Wanted {
  lineId: string | null
  optionId: string | null
  quantityId: string | null
  year: number | null
  value: string | null
}

const placeOf = ({ lineId, optionId, quantityId, year }: Omit<Wanted, 'value'>) =>
  `${lineId} ${optionId} ${quantityId} ${year}`

/** The values whose place is not there any more: of a line, an option, a year or a quantity that goes. */
export function goneValues(plan: Plan): string[] {
  const places = new Set(wantedValues(plan).map(placeOf))
  return plan.before.assumptions.filter((each) => !places.has(placeOf(each))).map(({ id }) => id)
}

/** An assumption for each line and option, each year and each quantity, with the supplier's values of the form. */
export async function writeValues(tx: Tx, plan: Plan): Promise<void> {
  const { actor, comparison, before, at } = plan
  const changedBy = { supplierChangedAt: at, supplierChangedById: actor.membershipId }
  const known = new Map(before.assumptions.map((assumption) => [placeOf(assumption), assumption]))
  const wanted = wantedValues(plan)
  for (const each of wanted) {
    const assumption = known.get(placeOf(each))
    if (!assumption || (assumption.supplierValue?.toFixed() ?? null) === each.value) continue
    await tx.assumption.updateMany({
      where: { id: assumption.id, comparisonId: comparison.id },
      data: { supplierValue: each.value, ...changedBy },
    })
  }
  const added = wanted.filter((each) => !known.has(placeOf(each)))
  await tx.assumption.createMany({
    data: added.map(({ value, ...place }) => ({
      ...place,
      comparisonId: comparison.id,
      accountId: comparison.accountId,
      supplierValue: value,
      ...(value === null ? {} : changedBy),
    })),
  })
}

function wantedValues({ input, ids, quantities }: Plan): Wanted[] {
  const costs = input.lines.filter(isPlain).flatMap((line) =>
    input.options.map((option) => ({
      ...{ lineId: ids.lines.get(line.key) ?? null, optionId: ids.options.get(option.key) ?? null },
      ...{ quantityId: null, year: null, value: line.values[option.key] ?? null },
    })),
  )
  const volumes = input.volumes.map(({ quantity }, index) => ({
    ...{ lineId: null, optionId: null, quantityId: null, year: index + 1, value: quantity ?? null },
  }))
  const named = quantities.flatMap(({ id, values }) =>
    Object.entries(values).map(([key, value]) => ({
      ...{ lineId: null, optionId: key === '' ? null : (ids.options.get(key) ?? null) },
      ...{ quantityId: id, year: null, value },
    })),
  )
  return [...costs, ...volumes, ...named]
}
