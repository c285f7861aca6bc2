import { describe, expect, test } from 'vitest'
import { returnVersion, submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { releaseDue } from '#app/domain/documents/reviews/commands/release-due.server.ts'
import { cancelRelease, scheduleRelease } from '#app/domain/documents/reviews/commands/schedule.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, eventsOf, eventTypes, release } from '../notes.ts'
import { at, due, plans, usePlanning } from './planning.ts'
import { rule, seenBy, submit } from './support.ts'

const world = useWorld()
const { people } = world
const { planned, isReleased } = usePlanning(world)
const lastEvent = async (id: string) => (await eventsOf(id)).at(-1)
describe('a planned release', () => {
  test('happens when it is due, in the name of who decided it, and not before', async () => {
    const id = await planned()
    expect(await lastEvent(id)).toMatchObject({
      type: 'document.releaseScheduled',
      side: 'supplier',
      payload: { at: '2026-03-03 08:00', zone: 'America/Los_Angeles' },
    })
    at(new Date(new Date(due).getTime() - 1))
    await releaseDue()
    expect(await isReleased(id)).toBe(false)
    at(due)
    await releaseDue()
    expect(await isReleased(id)).toBe(true)
    expect(await lastEvent(id)).toMatchObject({
      type: 'document.released',
      actorId: people.dev.membershipId,
      side: null,
    })
    expect(await plans()).toBe(0)
  })

  test('happens once when several processes run the job at the same moment', async () => {
    const ids = [await planned(), await planned(), await planned()]
    at(due)
    await Promise.all([releaseDue(), releaseDue(), releaseDue()])
    for (const id of ids) {
      const types = await eventTypes(id)
      expect(types.filter((type) => type === 'released')).toHaveLength(1)
      expect(types).not.toContain('releaseRefused')
    }
    expect(await plans()).toBe(0)
  })

  test('is refused in words for a time that is past, skipped, too far or none', async () => {
    const { ingrid, dev } = people
    const id = await submit(ingrid)
    const seen = await seenBy(dev, id)
    const plan = (releaseAt: string) => as(dev, () => scheduleRelease(dev, id, { ...seen, releaseAt }))
    const refusals = {
      '2026-03-02T11:59': 'reviews:error.past',
      // The night in which Los Angeles goes over to daylight saving time.
      '2026-03-08T02:30': 'reviews:error.skipped',
      '2027-04-01T08:00': 'reviews:error.tooFar',
      '2026-02-30T08:00': 'reviews:error.noDate',
      soon: 'reviews:error.noDate',
    }
    for (const [text, messageKey] of Object.entries(refusals)) {
      await expect(plan(text)).rejects.toMatchObject({ field: 'releaseAt', messageKey })
    }
    await expect(plan('2026-03-01T08:00')).rejects.toThrow(Invalid)
    expect(await plans()).toBe(0)
    await plan('2026-03-08T03:00')
    const { releaseAt } = await unscopedPrisma().documentScheduledRelease.findFirstOrThrow()
    expect(releaseAt.toISOString()).toBe('2026-03-08T10:00:00.000Z')
    await expect(plan('2026-03-09T08:00')).rejects.toMatchObject({
      messageKey: 'reviews:error.scheduledAlready',
    })
    await as(dev, () => cancelRelease(dev, id))
  })

  test('needs the same as a release at once', async () => {
    const { ingrid, marcus, lin, dev, quinn } = people
    const id = await submit(ingrid)
    const input = { ...(await seenBy(dev, id)), releaseAt: '2026-03-03T08:00' }
    for (const actor of [ingrid, marcus]) {
      await expect(as(actor, () => scheduleRelease(actor, id, input))).rejects.toThrow(Forbidden)
    }
    await expect(as(lin, () => scheduleRelease(lin, id, input))).rejects.toThrow(NotFound)
    const stale = { ...input, seenAt: new Date(0) }
    await expect(as(dev, () => scheduleRelease(dev, id, stale))).rejects.toMatchObject({
      messageKey: 'documents:error.submittedAnew',
    })
    await rule(quinn, { reviewerIds: [dev.membershipId], approver: 'function:quality' })
    const reviewed = await submit(ingrid)
    const early = { ...(await seenBy(quinn, reviewed)), releaseAt: '2026-03-03T08:00' }
    await expect(as(quinn, () => scheduleRelease(quinn, reviewed, early))).rejects.toMatchObject({
      messageKey: 'documents:error.reviewOpen',
    })
  })

  test('is cancelled by an approver or the author, and then nothing happens', async () => {
    const id = await planned()
    await expect(as(people.marcus, (marcus) => cancelRelease(marcus, id))).rejects.toThrow(Forbidden)
    await expect(as(people.lin, (lin) => cancelRelease(lin, id))).rejects.toThrow(NotFound)
    await as(people.ingrid, (ingrid) => cancelRelease(ingrid, id))
    expect((await eventTypes(id)).at(-1)).toBe('releaseCancelled')
    await expect(as(people.dev, (dev) => cancelRelease(dev, id))).rejects.toMatchObject({ status: 409 })
    at(due)
    await releaseDue()
    expect(await isReleased(id)).toBe(false)
  })

  test('goes when the version is taken back; submitted anew it waits again', async () => {
    const { ingrid } = people
    const id = await planned()
    await as(ingrid, () => returnVersion(ingrid, id, 'A figure is wrong.'))
    await as(ingrid, () => submitVersion(ingrid, id))
    at(due)
    await releaseDue()
    expect(await isReleased(id)).toBe(false)
  })

  test('can be overtaken by a release at once', async () => {
    const id = await planned()
    await release(people.quinn, id)
    at(due)
    await releaseDue()
    const types = await eventTypes(id)
    expect(types.filter((type) => type === 'released')).toHaveLength(1)
    expect(types).not.toContain('releaseRefused')
  })
})
