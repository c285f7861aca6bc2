import { describe, expect, test } from 'vitest'
import { releaseDue } from '#app/domain/documents/reviews/commands/release-due.server.ts'
import type { RecordedEvent } from '#app/domain/events/audience.ts'
import { audience } from '#app/jobs.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { eventsOf, release } from '../notes.ts'
import { at, due, noon, plans, usePlanning } from './planning.ts'
import { deactivate, newest } from './support.ts'

const world = useWorld()
const { people } = world
const { planned, isReleased } = usePlanning(world)

describe('a planned release does not happen', () => {
  const refusalOf = async (id: string) => {
    at(due)
    await Promise.all([releaseDue(), releaseDue()])
    expect(await isReleased(id)).toBe(false)
    expect(await plans()).toBe(0)
    const refused = (await eventsOf(id)).filter((event) => event.type === 'document.releaseRefused')
    expect(refused).toHaveLength(1)
    return refused[0]
  }

  test('when whoever decided it has left; the owner and the author hear why', async () => {
    const id = await planned()
    await deactivate(people.dev)
    const event = await refusalOf(id).finally(() => deactivate(people.dev, false))
    expect(event).toMatchObject({ actorId: null, side: 'supplier', payload: { refusal: 'deactivated' } })
    const hear = await audience['document.releaseRefused'](event as RecordedEvent, unscopedPrisma())
    expect(hear).toContain(people.ingrid.membershipId)
  })

  test('when the permission is gone', async () => {
    const id = await planned()
    const where = { id: people.dev.membershipId }
    await unscopedPrisma().membership.update({ where, data: { functions: ['logistics'] } })
    const event = await refusalOf(id).finally(() =>
      unscopedPrisma().membership.update({ where, data: { functions: ['engineering'] } }),
    )
    expect(event?.payload).toMatchObject({ refusal: 'forbidden' })
  })

  test('when it is not the submission any more that was read', async () => {
    const id = await planned()
    const { id: versionId } = await newest(people.dev, id)
    // As if the plan had survived a submission anew.
    await unscopedPrisma().documentScheduledRelease.update({
      where: { versionId },
      data: { seenAt: new Date('2026-01-01T00:00:00Z') },
    })
    expect((await refusalOf(id))?.payload).toMatchObject({ refusal: 'changed' })
  })

  test('when others would see it than those who were confirmed; the difference is told', async () => {
    const { lin, chen, dev } = people
    const works = (person: typeof lin, functions: ('engineering' | 'purchasing' | 'quality')[]) =>
      unscopedPrisma().membership.update({ where: { id: person.membershipId }, data: { functions } })
    const moves = {
      seenByMore: [['engineering'], ['engineering']],
      seenByFewer: [['quality'], ['purchasing']],
      seenByOthers: [['quality'], ['engineering']],
    } as const
    const [xiao, wei] = ['林晓', '陈伟'].map((name) => ({ name, organization: 'Lumen Appliances' }))
    const told = {
      seenByMore: { gains: { people: [wei], more: 0 }, loses: { people: [], more: 0 } },
      seenByFewer: { gains: { people: [], more: 0 }, loses: { people: [xiao], more: 0 } },
      seenByOthers: { gains: { people: [wei], more: 0 }, loses: { people: [xiao], more: 0 } },
    }
    for (const refusal of ['seenByMore', 'seenByFewer', 'seenByOthers'] as const) {
      at(noon)
      const id = await planned()
      await works(lin, [...moves[refusal][0]])
      await works(chen, [...moves[refusal][1]])
      const event = await refusalOf(id).finally(async () => {
        await works(lin, ['engineering'])
        await works(chen, ['purchasing'])
      })
      expect(event?.payload).toMatchObject({ refusal, ...told[refusal] })
      // It waits: whoever reads the names now releases it.
      await release(dev, id)
      expect(await isReleased(id)).toBe(true)
    }
  })

  test('whose audience was changed; people of an account that only its team enters are not named', async () => {
    const id = await planned()
    const { accounts } = world
    const restrict = (isRestricted: boolean) =>
      unscopedPrisma().account.update({ where: { id: accounts.lumen }, data: { isRestricted } })
    await unscopedPrisma().documentAudience.updateMany({
      where: { documentId: id },
      data: { functions: ['engineering', 'purchasing'] },
    })
    await restrict(true)
    const dev = { accountId: accounts.lumen, membershipId: people.dev.membershipId }
    const there = await unscopedPrisma().teamMember.findFirst({ where: dev })
    if (!there) await unscopedPrisma().teamMember.create({ data: dev })
    const event = await refusalOf(id).finally(() => restrict(false))
    expect(event?.payload).toMatchObject({ refusal: 'seenByMore', gains: { people: [], more: 1 } })
  })

  test('but it does when somebody confirmed has left since', async () => {
    const id = await planned()
    await deactivate(people.lin)
    at(due)
    await releaseDue().finally(() => deactivate(people.lin, false))
    expect(await isReleased(id)).toBe(true)
  })

  test('and one that cannot holds up no other', async () => {
    const bad = await planned('2026-03-03T07:00', people.quinn)
    const good = await planned()
    await deactivate(people.quinn)
    at(due)
    await releaseDue().finally(() => deactivate(people.quinn, false))
    expect(await isReleased(bad)).toBe(false)
    expect(await isReleased(good)).toBe(true)
  })
})
