import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { comparisonAudience } from '#app/domain/comparisons/audience.server.ts'
import { caseOf } from '#app/domain/comparisons/case-of.ts'
import { changeStructure } from '#app/domain/comparisons/commands/change-structure.server.ts'
import { copyComparison } from '#app/domain/comparisons/commands/copy.server.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import { signComparison } from '#app/domain/comparisons/commands/sign.server.ts'
import { calculateCase } from '#app/domain/comparisons/engine/calculate.ts'
import { caseText } from '#app/domain/comparisons/engine/canonical.ts'
import type { CaseResult } from '#app/domain/comparisons/engine/result.ts'
import { getAgreement } from '#app/domain/comparisons/queries/agreement.server.ts'
import { getComparisonDetails } from '#app/domain/comparisons/queries/details.server.ts'
import { listComparisons, listComparisonsWaiting } from '#app/domain/comparisons/queries/list.server.ts'
import type { RecordedEvent } from '#app/domain/events/audience.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, assumptionOf, draftOf, eventsOf, fiveYears, sharedBy } from './comparison-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const details = (actor: Actor, id: string) => as(actor, () => getComparisonDetails(actor, id))
const hashShown = async (actor: Actor, id: string) => (await details(actor, id)).outcome.figures?.hash ?? ''
const sign = (actor: Actor, id: string, hash: string) => as(actor, () => signComparison(actor, id, hash))

async function agreed(): Promise<string> {
  const { marcus, chen } = world.people
  const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
  await sign(chen, id, await hashShown(chen, id))
  await sign(marcus, id, await hashShown(marcus, id))
  return id
}

describe('signing', () => {
  test('names the hash of the case and its figures; both sides make the agreement', async () => {
    const { marcus, chen } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const comparison = await details(chen, id)
    const input = caseOf(comparison)
    const text = caseText(input, calculateCase(input))
    const hash = createHash('sha256').update(text).digest('hex')
    expect(await hashShown(chen, id)).toBe(hash)
    expect(await sign(chen, id, hash)).toBe(false)
    const waiting = await as(marcus, () => listComparisonsWaiting(marcus))
    expect(waiting).toMatchObject([{ id, reason: 'sign' }])
    expect(await sign(marcus, id, hash)).toBe(true)
    expect((await details(marcus, id)).status).toBe('agreed')
    const events = await eventsOf(id)
    expect(events.slice(-2)).toMatchObject([
      { type: 'comparison.signed', payload: { revision: 1, side: 'customer', hash } },
      { type: 'comparison.agreed', payload: { revision: 1, side: 'supplier', hash } },
    ])
    const stored = await unscopedPrisma().event.findFirstOrThrow({
      where: { subjectId: id, type: 'comparison.agreed' },
    })
    const told = await comparisonAudience['comparison.agreed'](stored as RecordedEvent, unscopedPrisma())
    const { lin } = world.people
    expect(new Set(told)).toEqual(new Set([marcus, chen, lin].map((actor) => actor.membershipId)))
  })

  test('is for account management and for purchasing, of this account', async () => {
    const { marcus, ingrid, lin, sofia, wu } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const hash = await hashShown(marcus, id)
    for (const actor of [ingrid, lin]) await expect(sign(actor, id, hash)).rejects.toThrow(Forbidden)
    for (const actor of [sofia, wu]) await expect(sign(actor, id, hash)).rejects.toThrow(NotFound)
    const draft = await draftOf(marcus, world.accounts.lumen)
    await expect(sign(marcus, draft, await hashShown(marcus, draft))).rejects.toThrow(Conflict)
  })

  test('a case that moved on is not signed, and a signature under it does not count any more', async () => {
    const { marcus, chen } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const hash = await hashShown(chen, id)
    await sign(chen, id, hash)
    const { id: assumption } = await assumptionOf(id, ['Drive', 'Present drive'])
    await as(chen, () => setValue(chen, id, assumption, { value: '51', note: '' }))
    await expect(sign(marcus, id, hash)).rejects.toMatchObject({
      ...new Conflict('comparisons:error.caseMovedOn', { revision: 2 }),
    })
    const comparison = await details(marcus, id)
    expect(comparison.signatures).toMatchObject([{ side: 'customer', revision: 1, isValid: false }])
    const now = await hashShown(marcus, id)
    expect(await sign(marcus, id, now)).toBe(false)
    await expect(sign(marcus, id, now)).rejects.toThrow(new Conflict('comparisons:error.signedAlready'))
    expect(await sign(chen, id, now)).toBe(true)
  })

  test('both at once make one agreement', async () => {
    const { marcus, chen } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const hash = await hashShown(chen, id)
    const both = await Promise.all([marcus, chen].map((actor) => sign(actor, id, hash)))
    expect(both.sort()).toEqual([false, true])
    expect(await unscopedPrisma().comparisonAgreement.count({ where: { comparisonId: id } })).toBe(1)
  })
})

describe('an agreement', () => {
  test('reproduces its figure from what was stored, and says so', async () => {
    const id = await agreed()
    const { chen, sofia, wu, marcus } = world.people
    const agreement = await as(chen, () => getAgreement(chen, id))
    expect(agreement).toMatchObject({ isIntact: true, isReproduced: true, revision: 1 })
    expect(agreement.comparison.signatures.map((each) => each.side)).toEqual(['supplier', 'customer'])
    expect(Number(agreement.result.alternatives[0]?.npv)).toBeCloseTo(197.813, 3)
    for (const stranger of [sofia, wu]) {
      await expect(as(stranger, () => getAgreement(stranger, id))).rejects.toThrow(NotFound)
    }
    const open = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    await expect(as(marcus, () => getAgreement(marcus, open))).rejects.toThrow(NotFound)
  })

  test('is shown with the figures that were signed, whatever an engine of later gives', async () => {
    const { marcus, chen } = world.people
    const id = await agreed()
    const stored = await unscopedPrisma().comparisonAgreement.findFirstOrThrow({
      where: { comparisonId: id },
    })
    // As if an engine of another version had made it.
    const result = stored.result as unknown as CaseResult
    const [alternative] = result.alternatives
    const other = {
      ...result,
      engineVersion: 'older',
      alternatives: [{ ...alternative, npv: '111', firstYearSaving: '222' }],
    }
    await unscopedPrisma().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.comparisonAgreement.update({
        where: { id: stored.id },
        data: { result: other, hash: 'signed' },
      })
      await tx.comparisonSignature.updateMany({ where: { comparisonId: id }, data: { hash: 'signed' } })
    })
    for (const actor of [marcus, chen]) {
      const shown = await details(actor, id)
      expect(shown.outcome.figures).toMatchObject({ hash: 'signed', result: { engineVersion: 'older' } })
      expect(shown.outcome.figures?.result.alternatives[0]?.npv).toBe('111')
      expect(shown.signatures.map((each) => each.isValid)).toEqual([true, true])
      const { items } = await as(actor, () => listComparisons(actor, {}))
      expect(items.find((each) => each.id === id)?.saving).toBe('222')
    }
  })

  test('ends all changes, except in a copy', async () => {
    const { marcus, chen } = world.people
    const id = await agreed()
    const { id: assumption } = await assumptionOf(id, 1)
    const stands = new Conflict('comparisons:error.agreedAlready')
    await expect(as(chen, () => setValue(chen, id, assumption, { value: '5', note: '' }))).rejects.toThrow(
      stands,
    )
    const input = { ...fiveYears(), revision: 1 }
    await expect(as(marcus, () => changeStructure(marcus, id, input))).rejects.toThrow(stands)
    await expect(sign(chen, id, await hashShown(chen, id))).rejects.toThrow(Conflict)
    const copy = await as(marcus, () => copyComparison(marcus, id))
    expect((await details(marcus, copy)).status).toBe('draft')
  })

  test('is kept by the database itself, also from its owner', async () => {
    const id = await agreed()
    const database = unscopedPrisma()
    const where = { comparisonId: id }
    const attempts = [
      database.comparisonAgreement.updateMany({ where, data: { hash: 'x' } }),
      database.comparisonAgreement.deleteMany({ where }),
      database.comparisonSignature.updateMany({ where, data: { hash: 'x' } }),
      database.comparison.updateMany({ where: { id }, data: { title: 'x' } }),
      database.assumption.updateMany({ where, data: { customerValue: 1 } }),
      database.costLine.updateMany({ where, data: { name: 'x' } }),
      database.comparisonOption.deleteMany({ where }),
    ]
    for (const attempt of attempts) await expect(attempt).rejects.toThrow(/insert-only|immutable/)
  })
})
