import { beforeEach, describe, expect, test } from 'vitest'
import { returnVersion, submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { addReviewers } from '#app/domain/documents/reviews/commands/add-reviewers.server.ts'
import { approveVersion } from '#app/domain/documents/reviews/commands/approve.server.ts'
import { checkItem } from '#app/domain/documents/reviews/commands/checklist.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, eventsOf, eventTypes, release } from '../notes.ts'
import {
  approve,
  checkAll,
  deactivate,
  forLumen,
  removeRules,
  review,
  rule,
  seenBy,
  submit,
} from './support.ts'

const world = useWorld()
const { people } = world
beforeEach(async () => {
  await removeRules()
  await rule(people.quinn, {
    reviewerIds: [people.dev.membershipId, people.tomas.membershipId],
    approver: `member:${people.quinn.membershipId}`,
    checklist: 'Units are SI\nCurves measured',
  })
})

describe('reviewers', () => {
  test('approve one after the other; the last approval tells the approver', async () => {
    const { ingrid, dev, tomas } = people
    const id = await submit(ingrid, forLumen(world))
    await approve(dev, id, 'Table 2 measured again.')
    expect((await review(ingrid, id)).round.state).toMatchObject({ waitingFor: 1, isReviewed: false })
    await approve(tomas, id)
    const { round } = await review(ingrid, id)
    expect(round.state).toMatchObject({ waitingFor: 0, isReviewed: true, isReady: false, openItems: 2 })
    expect(round.decisions.map((each) => [each.member.name, each.verdict, each.comment])).toEqual([
      ['Dev Patel', 'approved', 'Table 2 measured again.'],
      ['Tomas Novak', 'approved', ''],
    ])
    expect((await eventTypes(id)).slice(-2)).toEqual(['reviewApproved', 'reviewCompleted'])
    expect((await eventsOf(id)).every((event) => event.side === 'supplier')).toBe(true)
  })

  test('are those who were asked, once, and never the author', async () => {
    const { ingrid, dev, marcus, quinn, lin } = people
    const id = await submit(ingrid)
    const seen = { ...(await seenBy(ingrid, id)), comment: '' }
    for (const actor of [ingrid, marcus, quinn]) {
      await expect(as(actor, () => approveVersion(actor, id, seen))).rejects.toThrow(Forbidden)
    }
    await expect(as(lin, () => approveVersion(lin, id, seen))).rejects.toThrow(NotFound)
    await approve(dev, id)
    await expect(approve(dev, id)).rejects.toMatchObject({ messageKey: 'reviews:error.decided' })
  })

  test('who both approve at once leave one last approval', async () => {
    const { ingrid, dev, tomas } = people
    const id = await submit(ingrid)
    await Promise.all([approve(dev, id), approve(tomas, id)])
    const types = (await eventTypes(id)).filter((type) => type.startsWith('review'))
    expect(types.sort()).toEqual(['reviewApproved', 'reviewCompleted'])
  })

  test('ask for changes: the version goes back, comments stay, the next round asks anew', async () => {
    const { ingrid, dev, tomas } = people
    const id = await submit(ingrid)
    await approve(dev, id, 'Good.')
    await as(tomas, () => returnVersion(tomas, id, 'The packing is missing.'))
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'document.changesRequested',
      payload: { reason: 'The packing is missing.' },
    })
    const stale = { ...(await review(ingrid, id)).round }
    expect(stale.closedAt).not.toBeNull()
    await as(ingrid, () => submitVersion(ingrid, id))
    const page = await review(ingrid, id)
    expect(page.rounds.map((each) => [each.number, each.decisions.length])).toEqual([
      [2, 0],
      [1, 2],
    ])
    expect(page.round.state.waitingFor).toBe(2)
    const earlier = { seenAt: stale.submittedAt, comment: '' }
    await expect(as(dev, () => approveVersion(dev, id, earlier))).rejects.toMatchObject({
      messageKey: 'documents:error.submittedAnew',
    })
  })

  test('hear of it: asked at the submission, added later, in the side of the supplier', async () => {
    const { ingrid, marcus, dev } = people
    const id = await submit(ingrid)
    const add = (memberIds: string[]) => as(ingrid, () => addReviewers(ingrid, id, { memberIds }))
    await add([marcus.membershipId])
    expect((await eventsOf(id)).at(-1)?.payload).toMatchObject({
      members: ['Marcus Reed'],
      memberIds: [marcus.membershipId],
    })
    expect((await review(ingrid, id)).round.state.waitingFor).toBe(3)
    await expect(add([marcus.membershipId])).rejects.toThrow(Invalid)
    await expect(add([ingrid.membershipId])).rejects.toMatchObject({
      messageKey: 'reviews:error.authorReviews',
    })
    await expect(add([people.lin.membershipId])).rejects.toThrow(Invalid)
    await deactivate(people.admin)
    await expect(add([people.admin.membershipId])).rejects.toThrow(Invalid)
    await deactivate(people.admin, false)
    const other = as(people.admin, (admin) => addReviewers(admin, id, { memberIds: [dev.membershipId] }))
    await expect(other).rejects.toThrow(Forbidden)
    await as(marcus, () => returnVersion(marcus, id, 'Prices do not belong here.'))
    expect((await eventTypes(id)).at(-1)).toBe('changesRequested')
  })
})

describe('the checklist', () => {
  test('is checked by those who review, item by item, and can be taken back', async () => {
    const { ingrid, dev, tomas, marcus } = people
    const id = await submit(ingrid)
    const [item] = (await review(dev, id)).round.checklist
    const input = { itemId: item?.id ?? '', isChecked: true }
    for (const actor of [ingrid, marcus]) {
      await expect(as(actor, () => checkItem(actor, id, input))).rejects.toThrow(Forbidden)
    }
    await as(dev, () => checkItem(dev, id, input))
    await as(tomas, () => checkItem(tomas, id, input))
    expect((await review(dev, id)).round.checklist[0]?.checkedBy?.name).toBe('Dev Patel')
    await as(tomas, () => checkItem(tomas, id, { ...input, isChecked: false }))
    expect((await review(dev, id)).round.checklist[0]?.checkedAt).toBeNull()
    const strange = { itemId: crypto.randomUUID(), isChecked: true }
    await expect(as(dev, () => checkItem(dev, id, strange))).rejects.toThrow(NotFound)
    await expect(as(dev, () => checkItem(dev, id, { ...strange, itemId: 'x' }))).rejects.toThrow(NotFound)
    expect((await eventTypes(id)).filter((type) => type === 'checklistChanged')).toHaveLength(2)
  })

  test('an open item holds the release up, and says so', async () => {
    const { ingrid, dev, tomas, quinn } = people
    const id = await submit(ingrid, forLumen(world))
    await expect(release(quinn, id)).rejects.toMatchObject({ messageKey: 'documents:error.reviewOpen' })
    await approve(dev, id)
    await approve(tomas, id)
    await expect(release(quinn, id)).rejects.toMatchObject({
      status: 409,
      messageKey: 'documents:error.checklistOpen',
      values: { count: 2 },
    })
    await checkAll(quinn, id)
    await release(quinn, id)
    expect((await eventTypes(id)).at(-1)).toBe('released')
    expect((await review(dev, id)).round.closedAt).not.toBeNull()
    const item = { itemId: (await review(dev, id)).round.checklist[0]?.id ?? '', isChecked: false }
    await expect(as(dev, () => checkItem(dev, id, item))).rejects.toThrow(Conflict)
  })
})
