import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countDocuments } from '#app/domain/documents/queries/list.server.ts'
import { remindReviewers } from '#app/domain/documents/reviews/commands/remind.server.ts'
import { listWaitingVersions } from '#app/domain/documents/reviews/queries/waiting.server.ts'
import type { RecordedEvent } from '#app/domain/events/audience.ts'
import { audience } from '#app/jobs.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { as, eventsOf, release } from '../notes.ts'
import { approve, deactivate, forLumen, removeRules, rule, submit } from './support.ts'

const world = useWorld()
const { people } = world
const at = (text: string) => setClock(() => new Date(text))
beforeEach(async () => {
  await removeRules()
  // A Friday morning in Los Angeles.
  at('2026-03-06T17:00:00Z')
  const { dev, tomas, quinn } = people
  await rule(quinn, {
    reviewerIds: [dev.membershipId, tomas.membershipId],
    approver: 'function:quality',
  })
})
afterEach(() => void at('2026-03-06T17:00:00Z'))

const remindersOf = async (id: string) =>
  (await eventsOf(id)).filter((event) => event.type === 'document.reviewReminded')

describe('a reviewer', () => {
  test('is reminded once, after two working days, however many processes ask', async () => {
    const { ingrid, dev, tomas } = people
    const id = await submit(ingrid)
    await approve(dev, id)
    at('2026-03-10T15:59:00Z')
    await remindReviewers()
    expect(await remindersOf(id)).toEqual([])
    at('2026-03-10T17:30:00Z')
    await Promise.all([remindReviewers(), remindReviewers(), remindReviewers()])
    const [first, ...more] = await remindersOf(id)
    expect(more).toEqual([])
    expect(first).toMatchObject({
      side: 'supplier',
      actorId: null,
      payload: { memberIds: [tomas.membershipId] },
    })
    at('2026-03-16T17:30:00Z')
    await remindReviewers()
    expect(await remindersOf(id)).toHaveLength(1)
  })

  test('who has left, has decided, or is not needed any more is not', async () => {
    const { ingrid, dev, tomas } = people
    const id = await submit(ingrid)
    await approve(dev, id)
    await deactivate(tomas)
    at('2026-03-12T17:30:00Z')
    await remindReviewers().finally(() => deactivate(tomas, false))
    expect(await remindersOf(id)).toEqual([])
  })
})

describe('who hears', () => {
  const hear = async (id: string, type: keyof typeof audience) => {
    const event = (await eventsOf(id)).filter((each) => each.type === type).at(-1)
    const ids = await audience[type](event as RecordedEvent, unscopedPrisma())
    const names = Object.entries(people).flatMap(([name, actor]) =>
      ids.includes(actor.membershipId) ? [name as PersonName] : [],
    )
    return names.sort()
  }

  test('of a submission: those who were asked; of the last approval: author and approvers', async () => {
    const { ingrid, dev, tomas } = people
    const id = await submit(ingrid)
    expect(await hear(id, 'document.submitted')).toEqual(['dev', 'quinn', 'tomas'])
    await approve(dev, id)
    expect(await hear(id, 'document.reviewApproved')).toEqual(['ingrid'])
    await approve(tomas, id)
    expect(await hear(id, 'document.reviewCompleted')).toEqual(['ingrid', 'quinn'])
  })

  test('of a submission without a rule: whoever writes', async () => {
    await removeRules()
    const id = await submit(people.ingrid)
    expect(await hear(id, 'document.submitted')).toEqual(['dev', 'ingrid', 'quinn'])
  })
})

describe('what waits', () => {
  const waiting = async (name: PersonName, id: string) =>
    (await as(people[name], listWaitingVersions)).filter((each) => each.id === id).map((each) => each.reason)

  test('for a reviewer until it has decided, then for the approver', async () => {
    const { ingrid, dev, tomas, quinn } = people
    const id = await submit(ingrid, forLumen(world))
    expect(await waiting('dev', id)).toEqual(['toReview'])
    expect(await waiting('tomas', id)).toEqual(['toReview'])
    expect(await waiting('quinn', id)).toEqual([])
    expect(await waiting('ingrid', id)).toEqual([])
    expect(await waiting('lin', id)).toEqual([])
    const inList = await as(tomas, (actor) => countDocuments(actor, { review: 'mine' }))
    expect(inList).toBeGreaterThan(0)
    await approve(dev, id)
    await approve(tomas, id)
    expect(await as(tomas, (actor) => countDocuments(actor, { review: 'mine' }))).toBe(inList - 1)
    expect(await waiting('dev', id)).toEqual([])
    expect(await waiting('quinn', id)).toEqual(['toRelease'])
    await release(quinn, id)
    expect(await waiting('quinn', id)).toEqual([])
  })

  test('without a rule for every second person who writes', async () => {
    await removeRules()
    const id = await submit(people.ingrid)
    expect(await waiting('dev', id)).toEqual(['toRelease'])
    expect(await waiting('quinn', id)).toEqual(['toRelease'])
    expect(await waiting('ingrid', id)).toEqual([])
    expect(await waiting('marcus', id)).toEqual([])
  })
})
