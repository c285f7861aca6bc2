import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import type { ComparisonInput } from '../forms.ts'
import { parts } from '../queries/comparison.server.ts'
import { isSameLine } from './model/is-same-line.ts'
import { lineData } from './model/line-data.ts'
import { type WantedQuantity, wantedQuantities, writeQuantities } from './model/write-quantities.server.ts'
import { goneValues, writeValues } from './write-values.server.ts'

/** The ids that the keys of the form stand for. */
export interface PartIds {
  options: Map<string, string>
  lines: Map<string, string>
}

/** What is there, what is wanted, and under which ids. */
export interface Plan {
  actor: Actor
  comparison: { id: string; accountId: string }
  before: Prisma.ComparisonGetPayload<{ select: typeof parts }>
  input: ComparisonInput
  ids: PartIds
  quantities: WantedQuantity[]
  at: Date
}

/** What was added to the structure and taken from it, by name. */
export interface StructureChange {
  added: string[]
  removed: string[]
  ids: PartIds
}

/** Positions are unique at any moment: what stays steps aside first, by more than there can be parts. */
const aside = 10_000

/**
 * Brings options, lines, years and the supplier's values to what the form says. Keys that name no part of this very
 * comparison are new parts: an id from elsewhere is written nowhere.
 */
export async function writeParts(
  tx: Tx,
  actor: Actor,
  comparison: Plan['comparison'],
  input: ComparisonInput,
): Promise<StructureChange> {
  const before = await tx.comparison.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: comparison.id },
    select: parts,
  })
  const ids = { options: idsOf(before.options, input.options), lines: idsOf(before.lines, input.lines) }
  const quantities = wantedQuantities(input, before.quantities, ids.lines)
  const plan: Plan = { actor, comparison, before, input, ids, quantities, at: now() }
  const kept = new Set([...ids.options.values(), ...ids.lines.values()])
  const gone = [...before.options, ...before.lines].filter(({ id }) => !kept.has(id))
  await removeParts(
    tx,
    plan,
    gone.map(({ id }) => id),
  )
  await writeOptions(tx, plan)
  await writeLines(tx, plan)
  await writeQuantities(tx, plan)
  await writeValues(tx, plan)
  return {
    added: [...input.options, ...input.lines].filter(({ key }) => !kept.has(key)).map(({ name }) => name),
    removed: gone.map(({ name }) => name),
    ids,
  }
}

function idsOf(before: { id: string }[], wanted: { key: string }[]): Map<string, string> {
  const known = new Set(before.map(({ id }) => id))
  return new Map(wanted.map(({ key }) => [key, known.has(key) ? key : uuidv7()]))
}

async function removeParts(tx: Tx, plan: Plan, gone: string[]): Promise<void> {
  const where = { comparisonId: plan.comparison.id }
  await tx.assumption.deleteMany({ where: { ...where, id: { in: goneValues(plan) } } })
  const quantities = new Set(plan.quantities.map(({ id }) => id))
  const unused = plan.before.quantities.filter(({ id }) => !quantities.has(id)).map(({ id }) => id)
  if (unused.length > 0) await tx.quantity.deleteMany({ where: { ...where, id: { in: unused } } })
  if (gone.length === 0) return
  await tx.costLine.deleteMany({ where: { ...where, id: { in: gone } } })
  await tx.comparisonOption.deleteMany({ where: { ...where, id: { in: gone } } })
}

/** The first option is the baseline. */
async function writeOptions(tx: Tx, { comparison, before, input, ids }: Plan): Promise<void> {
  const wanted = input.options.map(({ key, name }, position) => ({
    id: ids.options.get(key) ?? '',
    name,
    isBaseline: position === 0,
    position,
  }))
  if (hasMoved(before.options, wanted)) {
    const where = { comparisonId: comparison.id }
    await tx.comparisonOption.updateMany({ where, data: { position: { increment: aside } } })
  }
  const kept = new Map(before.options.map((option) => [option.id, option]))
  for (const { id, ...data } of wanted.filter((each) => kept.has(each.id))) {
    await tx.comparisonOption.updateMany({ where: { id, comparisonId: comparison.id }, data })
  }
  const added = wanted.filter((each) => !kept.has(each.id))
  await tx.comparisonOption.createMany({ data: added.map((each) => ({ ...each, ...belonging(comparison) })) })
}

async function writeLines(tx: Tx, { comparison, before, input, ids }: Plan): Promise<void> {
  const wanted = input.lines.map((line, position) => ({
    ...{ id: ids.lines.get(line.key) ?? '', ...lineData(line, ids.options), position },
  }))
  const isMoved = hasMoved(before.lines, wanted)
  if (isMoved) {
    const where = { comparisonId: comparison.id }
    await tx.costLine.updateMany({ where, data: { position: { increment: aside } } })
  }
  const kept = new Map(before.lines.map((line) => [line.id, line]))
  for (const { id, ...data } of wanted) {
    const line = kept.get(id)
    if (!line || (isSameLine(line, data) && !isMoved)) continue
    await tx.costLine.updateMany({ where: { id, comparisonId: comparison.id }, data })
  }
  const added = wanted.filter((each) => !kept.has(each.id))
  await tx.costLine.createMany({ data: added.map((each) => ({ ...each, ...belonging(comparison) })) })
}

/** Whether what stays stands somewhere else now, or something went that stood before it. */
function hasMoved(before: { id: string }[], wanted: { id: string }[]): boolean {
  return before.some((part, position) => wanted[position]?.id !== part.id)
}

function belonging(comparison: Plan['comparison']) {
  return { comparisonId: comparison.id, accountId: comparison.accountId }
}
