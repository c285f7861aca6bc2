import { beforeEach, describe, expect, test } from 'vitest'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { removeReviewRule, writeReviewRule } from '#app/domain/documents/reviews/commands/rules.server.ts'
import { ReviewRuleForm } from '#app/domain/documents/reviews/forms.ts'
import { listReviewRules } from '#app/domain/documents/reviews/queries/rules.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, eventTypes, note } from '../notes.ts'
import { deactivate, removeRules, review, rule, ruleInput, submit } from './support.ts'

const world = useWorld()
const { people } = world
beforeEach(removeRules)

const asked = async (id: string) => {
  const { round } = await review(people.ingrid, id)
  return round.reviews.map((each) => `${each.role} ${each.member.name} ${each.origin}`)
}

describe('the rules of an organization', () => {
  test('are kept by administrators and quality alone', async () => {
    for (const name of ['ingrid', 'dev', 'marcus', 'lin', 'lumenAdmin'] as const) {
      const actor = people[name]
      await expect(as(actor, () => writeReviewRule(actor, null, ruleInput()))).rejects.toThrow(Forbidden)
    }
    await rule(people.admin, { kind: 'drawing' })
    await rule(people.quinn, { kind: 'data_sheet', checklist: 'Units are SI\nCurves measured' })
    const rules = await as(people.quinn, listReviewRules)
    expect(rules.map((each) => [each.kind, each.checklist.length])).toEqual([
      ['data_sheet', 2],
      ['drawing', 0],
    ])
    await expect(as(people.lin, listReviewRules)).resolves.toEqual([])
  })

  test('there is one of a kind and family', async () => {
    await rule(people.quinn, {})
    await rule(people.quinn, { familyId: world.family })
    await expect(rule(people.admin, {})).rejects.toMatchObject({
      field: 'kind',
      messageKey: 'reviews:error.ruleExists',
    })
  })

  test('name people and families of the own organization alone', async () => {
    const { quinn, lin, dev } = people
    const foreign = await unscopedPrisma().productFamily.create({
      data: { organizationId: world.organizations.lumen, code: 'X', name: 'Foreign' },
    })
    await expect(rule(quinn, { familyId: foreign.id })).rejects.toThrow(Invalid)
    await expect(rule(quinn, { reviewerIds: [lin.membershipId] })).rejects.toThrow(Invalid)
    await expect(rule(quinn, { approver: `member:${lin.membershipId}` })).rejects.toThrow(Invalid)
    await deactivate(dev)
    await expect(rule(quinn, { reviewerIds: [dev.membershipId] })).rejects.toThrow(Invalid)
    await deactivate(dev, false)
    expect(await unscopedPrisma().documentReviewRule.count()).toBe(0)
  })

  test('bad input gets a message at its field', () => {
    const fieldsOf = (input: object) =>
      ReviewRuleForm.safeParse(input).error?.issues.map((issue) => issue.path[0])
    expect(fieldsOf({ kind: 'novel' })).toEqual(['kind'])
    expect(fieldsOf({ approver: 'member:me' })).toEqual(['approver'])
    expect(fieldsOf({ approver: 'function:chief' })).toEqual(['approver'])
    expect(fieldsOf({ reviewerFunction: 'quality', reviewerCount: '0' })).toEqual(['reviewerCount'])
    expect(fieldsOf({ reviewerIds: ['x'] })).toEqual(['reviewerIds'])
    const items = Array.from({ length: 31 }, (_, index) => `Item ${index}`).join('\n')
    expect(fieldsOf({ checklist: items })).toEqual(['checklist'])
    expect(fieldsOf({ checklist: 'x'.repeat(201) })).toEqual(['checklist'])
  })

  test('are changed by one at a time, and removed', async () => {
    const { quinn, admin } = people
    await rule(quinn, { kind: 'certificate' })
    const [found] = await as(quinn, listReviewRules)
    if (!found) throw new Error('no rule')
    const change = ruleInput({ kind: 'certificate', approver: 'function:quality', seenAt: found.updatedAt })
    await as(quinn, () => writeReviewRule(quinn, found.id, change))
    await expect(as(admin, () => writeReviewRule(admin, found.id, change))).rejects.toThrow(Conflict)
    await as(admin, () => removeReviewRule(admin, found.id))
    await expect(as(quinn, () => removeReviewRule(quinn, found.id))).rejects.toThrow(NotFound)
    const types = (await eventTypes(found.id)).map((type) => type.replace('reviewRule.', ''))
    expect(types).toEqual(['changed', 'changed', 'removed'])
  })
})

describe('a submission asks whom the rule names', () => {
  test('nobody without a rule', async () => {
    expect(await asked(await submit(people.ingrid))).toEqual([])
  })

  test('by kind, by family, by both: the most specific rule', async () => {
    const { quinn, dev, tomas, ingrid } = people
    const by = (reviewer: typeof dev) => ({ reviewerIds: [reviewer.membershipId] })
    await rule(quinn, { ...by(dev) })
    await rule(quinn, { kind: 'data_sheet', reviewerFunction: 'quality' })
    await rule(quinn, { kind: 'data_sheet', familyId: world.family, ...by(tomas) })
    const names = async (input: object) => asked(await submit(ingrid, input))
    expect(await names({})).toEqual(['reviewer Dev Patel named'])
    expect(await names({ kind: 'data_sheet' })).toEqual(['reviewer Quinn Abbott function'])
    expect(await names({ kind: 'data_sheet', productIds: [world.product] })).toEqual([
      'reviewer Tomas Novak named',
    ])
    expect(await names({ kind: 'data_sheet', familyIds: [world.family] })).toEqual([
      'reviewer Tomas Novak named',
    ])
  })

  test('never the author, never somebody who has left; then somebody is missing', async () => {
    const { quinn, dev, ingrid } = people
    await rule(quinn, {
      reviewerIds: [ingrid.membershipId, dev.membershipId],
      reviewerFunction: 'engineering',
      reviewerCount: '1',
      approver: 'function:quality',
    })
    const id = await submit(ingrid)
    expect(await asked(id)).toEqual(['reviewer Dev Patel named', 'approver Quinn Abbott function'])
    // Dev is named and so does not count for the function as well; Ingrid wrote it.
    expect((await review(ingrid, id)).round.state).toMatchObject({ waitingFor: 1, missing: 1 })
    await deactivate(dev)
    const other = await submit(ingrid)
    expect(await asked(other)).toEqual(['approver Quinn Abbott function'])
    expect((await review(ingrid, other)).round.state).toMatchObject({ waitingFor: 0, missing: 2 })
    await deactivate(dev, false)
  })

  test('and is refused when nobody could approve it', async () => {
    const { quinn, ingrid } = people
    await rule(quinn, { approver: `member:${quinn.membershipId}` })
    const { id } = await as(quinn, () => createDocument(quinn, note()))
    const own = as(quinn, () => submitVersion(quinn, id))
    await expect(own).rejects.toMatchObject({ status: 409, messageKey: 'documents:error.noApprover' })
    expect(await eventTypes(id)).toEqual(['created'])
    await expect(submit(ingrid)).resolves.toBeTruthy()
  })
})
