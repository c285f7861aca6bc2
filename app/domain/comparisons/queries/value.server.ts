import type { Actor } from '#app/domain/access/actor.ts'
import { isId, requireId } from '#app/domain/access/ids.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { valuePlace } from '../commands/model/value-words.ts'
import { comparisonNumber } from '../comparison.ts'
import { shownUnit } from '../model/units.ts'
import { comparisonAbilities } from '../policy.ts'
import { visibleComparisons } from '../scope.server.ts'
import { assumptionOf, parts } from './comparison.server.ts'

const organization = { select: { name: true } }

/**
 * One input of a comparison with both sides' values.
 * @throws NotFound
 */
export async function valueView(actor: Actor, comparisonId: string, id: string, db: Database = prisma) {
  if (!isId(id)) throw new NotFound()
  const found = await db.assumption.findFirst({
    relationLoadStrategy: 'join',
    where: { id, comparisonId: requireId(comparisonId), comparison: visibleComparisons(actor) },
    select: {
      ...parts.assumptions.select,
      ...valuePlace,
      comparison: {
        select: {
          id: true,
          number: true,
          title: true,
          currency: true,
          ...{ status: true, ownerId: true, changedById: true, approvalAskedAt: true },
          account: { select: { closedAt: true, supplier: organization, customer: organization } },
        },
      },
    },
  })
  if (!found) throw new NotFound()
  const { comparison, line, option, quantity, year } = found
  const { account, status: _, ownerId: __, changedById: ___, approvalAskedAt: ____, ...head } = comparison
  return {
    comparison: { ...head, number: comparisonNumber(head.number) },
    assumption: assumptionOf(found),
    line: line?.name ?? quantity?.line?.name ?? '',
    quantity: quantity && {
      name: quantity.label || quantity.name,
      isInput: quantity.line !== null,
      unit: shownUnit(quantity.unit, comparison.currency),
    },
    option: option?.name ?? '',
    year,
    sides: { supplier: account.supplier.name, customer: account.customer.name },
    canChange: comparisonAbilities(actor, comparison).setValue,
  }
}
