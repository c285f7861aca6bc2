import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { nextNumber } from '#app/domain/access/numbers.server.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { copyClaims } from '../claims/commands/copy.server.ts'
import { comparisonNumber, isAgreed } from '../comparison.ts'
import { comparisonEvents } from '../events.ts'
import { comparisonPolicy } from '../policy.ts'
import { getComparison, namedComparison, parts } from '../queries/comparison.server.ts'

/** A new draft with the structure and both sides' values of another comparison, as they are now. Returns its id. */
export async function copyComparison(actor: Actor, sourceId: string): Promise<string> {
  return transact(async (tx) => {
    const source = await getComparison(actor, sourceId, tx)
    authorize(comparisonPolicy.copy(actor, source))
    const { accountId, organizationId, title, purpose, currency, discountRate, horizonYears } = source
    const { productName, productText, rateKind, inflation, timing } = source
    const at = now()
    const copy = await tx.comparison.create({
      data: {
        ...{ accountId, organizationId, title, purpose, currency, discountRate, horizonYears },
        ...{ productName, productText, rateKind, inflation, timing },
        escalation: source.escalation as Prisma.InputJsonObject,
        number: await nextNumber(tx, organizationId, 'comparison'),
        ...{ ownerId: actor.membershipId, changedById: actor.membershipId },
        // Of what both sides signed the copy is the next version.
        previousId: isAgreed(source.status) ? source.id : null,
        createdAt: at,
        updatedAt: at,
      },
      select: { id: true, accountId: true, organizationId: true, number: true, title: true },
    })
    const newId = await copyParts(tx, source.id, copy)
    await copyClaims(tx, actor, { sourceId: source.id, copy, newId })
    const payload = {
      ...namedComparison(copy),
      sourceId: source.id,
      source: comparisonNumber(source.number),
    }
    await record(tx, actor, comparisonEvents.copied(copy, payload, 'supplier'))
    return copy.id
  })
}

async function copyParts(tx: Tx, sourceId: string, copy: { id: string; accountId: string }) {
  const { options, lines, quantities, assumptions } = await tx.comparison.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: sourceId },
    select: parts,
  })
  const ids = new Map([...options, ...lines, ...quantities].map((part) => [part.id, uuidv7()]))
  const newId = (id: string | null) => (id === null ? null : (ids.get(id) ?? null))
  const place = { comparisonId: copy.id, accountId: copy.accountId }
  const renewed = <Part extends { id: string }>(list: Part[]) =>
    list.map((part, position) => ({ ...part, ...place, position, id: ids.get(part.id) ?? uuidv7() }))
  await tx.comparisonOption.createMany({ data: renewed(options) })
  await tx.costLine.createMany({
    data: renewed(lines).map((line) => ({
      ...line,
      bindings: line.bindings as Prisma.InputJsonObject,
      lives: livesOf(line.lives, ids),
    })),
  })
  await tx.quantity.createMany({
    data: quantities.map((each) => ({
      ...each,
      ...place,
      id: ids.get(each.id) ?? uuidv7(),
      lineId: newId(each.lineId),
    })),
  })
  await tx.assumption.createMany({
    data: assumptions.map(({ id: _, lineId, optionId, quantityId, ...values }) => ({
      ...values,
      ...place,
      lineId: newId(lineId),
      optionId: newId(optionId),
      quantityId: newId(quantityId),
    })),
  })
  return newId
}

/** The options have new ids in the copy. */
function livesOf(lives: Prisma.JsonValue, ids: Map<string, string>): Record<string, number> {
  const entries = Object.entries(lives as Record<string, number>)
  return Object.fromEntries(
    entries.flatMap(([id, life]) => {
      const copied = ids.get(id)
      return copied === undefined ? [] : [[copied, life]]
    }),
  )
}
