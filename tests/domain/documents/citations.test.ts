import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { addWorkingDays } from '#app/domain/documents/citations/citation.ts'
import { decideReview } from '#app/domain/documents/citations/commands/decide.server.ts'
import { openReviews } from '#app/domain/documents/citations/open-reviews.server.ts'
import { listDependants, listOwnReviews } from '#app/domain/documents/citations/queries/dependants.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { onEvent } from '#app/domain/events/on-event.server.ts'
import { citationSources } from '#app/domain/home/citation-sources.server.ts'
import { countQueries, prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { createCitations, releaseNext } from './citing.ts'
import { as } from './notes.ts'

useTestDatabase()

let world: World
let cited: string
let citing: string
let thread: string
let other: string
const newVersion = (id: string) => releaseNext(world, id)
beforeAll(async () => {
  world = await createWorld()
  ;({ cited, citing, thread, other } = await createCitations(world))
})

/** What a person sees that relies on a document. */
async function dependants(person: PersonName, id = cited): Promise<string[]> {
  const actor = world.people[person]
  const { items } = await as(actor, () => listDependants(actor, id, citationSources(actor)))
  return items.map(({ kind, lane, number }) => [kind, lane, number].filter(Boolean).join(' ')).sort()
}
const wall = (person: PersonName) =>
  runAsActor(
    world.people[person].membershipId,
    async () => await prisma.citation.count({ where: { citedDocumentId: cited } }),
  )

describe('who relies on a document', () => {
  test('each side sees the shared lane and its own; the second customer its own account alone', async () => {
    expect(await dependants('ingrid')).toEqual([
      'comparison CC-0001',
      'consultation internal C-0001',
      'consultation shared C-0001',
      'consultation shared C-0001',
      'document TN-0002',
    ])
    expect(await dependants('lin')).toEqual([
      'comparison CC-0001',
      'consultation private C-0001',
      'consultation shared C-0001',
      'consultation shared C-0001',
      'document TN-0002',
    ])
    expect(await dependants('rui')).toEqual(['consultation shared C-0002'])
    expect(await dependants('dev')).toContain('consultation shared C-0002')
  })

  test('by row-level security alone as well', async () => {
    // Dev sees Aurora's account too; Chen is in no audience of the citing document's text, but of its account.
    expect(await wall('ingrid')).toBe(5)
    expect(await wall('dev')).toBe(6)
    expect(await wall('lin')).toBe(5)
    expect(await wall('rui')).toBe(1)
    expect(await prisma.citation.count()).toBe(0)
  })

  test('what the writer does not see is no citation: neither itself, nor another customer’s document', async () => {
    expect(await dependants('ingrid', citing)).toEqual([])
    await expect(dependants('rui', citing)).rejects.toThrow('notFound')
  })

  test('nobody writes a citation into another lane or for another’s message', async () => {
    const citation = await unscopedPrisma().citation.findFirstOrThrow({ where: { lane: 'private' } })
    const { id: _, ...row } = citation
    const write = (person: PersonName, data: object) =>
      runAsActor(
        world.people[person].membershipId,
        async () => await prisma.citation.create({ data: { ...row, ...data } as never }),
      )
    await expect(write('ingrid', { createdById: world.people.ingrid.membershipId })).rejects.toThrow()
    await expect(write('chen', { createdById: world.people.chen.membershipId })).rejects.toThrow()
    await expect(write('lin', { lane: 'shared' })).rejects.toThrow()
  })
})

describe('a new version', () => {
  let eventId: string
  beforeAll(async () => {
    eventId = await newVersion(cited)
    await onEvent(openReviews)({ eventId })
    await onEvent(openReviews)({ eventId })
  })
  const reviews = () => unscopedPrisma().citationReview.findMany({ include: { owner: true, citation: true } })
  const own = (person: PersonName) => {
    const actor = world.people[person]
    return as(actor, () => listOwnReviews(actor, citationSources(actor), 8))
  }

  test('opens one review for each dependant, with its owner and ten working days', async () => {
    const all = await reviews()
    expect(all).toHaveLength(7)
    const ownerOf = (lane: string | null) =>
      all.filter(({ citation }) => citation.lane === lane).map(({ owner }) => owner.name)
    expect(ownerOf('internal')).toEqual(['Ingrid Solberg'])
    expect(ownerOf('private')).toEqual(['林晓'])
    expect(await own('ingrid')).toHaveLength(3)
    expect(await own('lin')).toHaveLength(2)
    expect(await own('marcus')).toHaveLength(1)
    expect(addWorkingDays(new Date('2026-01-01T12:00:00Z'), 10)).toEqual(new Date('2026-01-15T00:00:00Z'))
    expect(await unscopedPrisma().event.count({ where: { type: 'document.reviewOpened' } })).toBe(7)
    expect(
      await unscopedPrisma().event.count({ where: { type: 'document.reviewOpened', side: 'customer' } }),
    ).toBe(1)
  })

  test('is told beside the message and on the page of what cites it', async () => {
    const { lin, rui } = world.people
    const view = await as(lin, async () => viewThread(lin, await getThread(lin, thread)))
    expect(view.messages.map(({ citations }) => citations[0]?.movedTo)).toEqual([2, 2, 2])
    const page = await as(lin, () => getVersionPage(lin, citing, null))
    expect(page.version.citations).toMatchObject([
      { number: 'TN-0001', version: 1, symbol: 'P_N', movedTo: 2 },
    ])
    const auroras = await as(rui, async () => viewThread(rui, await getThread(rui, other)))
    expect(auroras.messages[0]?.citations).toHaveLength(1)
    const { statements } = await countQueries(() => as(lin, () => getThread(lin, thread)))
    expect(statements.length).toBe(1)
  })

  test('is decided once, by its owner or a colleague who may release', async () => {
    const { ingrid, marcus, lin, quinn } = world.people
    const all = await reviews()
    const of = (lane: string) => all.find(({ citation }) => citation.lane === lane)?.id ?? ''
    const decide = (actor: Actor, reviewId: string, outcome: 'affected' | 'unaffected' = 'unaffected') =>
      as(actor, () =>
        decideReview(actor, cited, { reviewId, outcome, note: 'Same figures' }, citationSources(actor)),
      )
    await expect(decide(ingrid, of('private'))).rejects.toThrow('notFound')
    await expect(decide(lin, of('internal'))).rejects.toThrow('notFound')
    await expect(decide(marcus, of('internal'))).rejects.toThrow('forbidden')
    await decide(quinn, of('internal'), 'affected')
    await expect(decide(ingrid, of('internal'))).rejects.toThrow('decidedAlready')
    await decide(lin, of('private'))
    expect(await own('lin')).toHaveLength(1)
    const seen = await as(ingrid, () => listDependants(ingrid, cited, citationSources(ingrid)))
    expect(seen.items.find(({ lane }) => lane === 'internal')?.review).toMatchObject({
      outcome: 'affected',
      note: 'Same figures',
      canDecide: false,
    })
  })

  test('that is followed by another moves what waits to it, and asks anew where it was decided', async () => {
    await onEvent(openReviews)({ eventId: await newVersion(cited) })
    const all = await unscopedPrisma().citationReview.findMany({ include: { toVersion: true } })
    expect(all.filter(({ outcome }) => !outcome).map(({ toVersion }) => toVersion.version)).toEqual([
      3, 3, 3, 3, 3, 3, 3,
    ])
    expect(all.filter(({ outcome }) => outcome)).toHaveLength(2)
  })
})
