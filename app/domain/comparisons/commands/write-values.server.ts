import type { Tx } from '#app/platform/database/database.server.ts'
import type { Plan } from './write-parts.server.ts'

interface Wanted {
  lineId: string | null
  optionId: string | null
  year: number | null
  value: string | null
}

const placeOf = ({ lineId, optionId, year }: Omit<Wanted, 'value'>) => `${lineId} ${optionId} ${year}`

/** An assumption for each line and option and for each year, with the supplier's values of the form. */
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

function wantedValues({ input, ids }: Plan): Wanted[] {
  const costs = input.lines.flatMap((line) =>
    input.options.map((option) => ({
      lineId: ids.lines.get(line.key) ?? null,
      optionId: ids.options.get(option.key) ?? null,
      year: null,
      value: line.values[option.key] ?? null,
    })),
  )
  const volumes = input.volumes.map(({ quantity }, index) => ({
    ...{ lineId: null, optionId: null, year: index + 1, value: quantity ?? null },
  }))
  return [...costs, ...volumes]
}
