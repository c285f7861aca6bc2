import { beforeAll, describe, expect, test } from 'vitest'
import { search } from '#app/domain/search/queries.server.ts'
import { countQueries, prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { type Corpus, createCorpus } from './corpus.ts'

useTestDatabase()

let world: World
let corpus: Corpus
beforeAll(async () => {
  world = await createWorld()
  corpus = await createCorpus(world)
})

/** The places that a person finds, by the names of the corpus. */
async function found(person: PersonName, text: string): Promise<string[]> {
  const actor = world.people[person]
  const { groups } = await runAsActor(actor.membershipId, () =>
    search(actor, { text, kind: null, limit: 50 }),
  )
  return groups.flatMap((group) => group.results.map((result) => corpus.nameOf(result.id))).sort()
}

describe('who finds what', () => {
  test('messages by lane: notes of one side are found by that side alone', async () => {
    expect(await found('ingrid', 'zirconium')).toEqual(['internal', 'shared'])
    expect(await found('lin', 'zirconium')).toEqual(['private', 'shared'])
    expect(await found('chen', 'zirconium')).toEqual(['private', 'shared'])
  })

  test('the second customer finds nothing of the first, and the other way round', async () => {
    expect(await found('rui', 'zirconium')).toEqual([])
    expect(await found('rui', 'beryllium')).toEqual(['auroraMessage'])
    expect(await found('lin', 'beryllium')).toEqual([])
  })

  test('a restricted account is searched by its team alone', async () => {
    expect(await found('dev', 'beryllium')).toEqual(['auroraMessage'])
    expect(await found('ingrid', 'beryllium')).toEqual([])
    expect(await found('admin', 'beryllium')).toEqual([])
  })

  test('documents by account and function; drafts stay with the supplier', async () => {
    expect(await found('lin', 'tungsten')).toEqual(['everyAccount', 'lumenEngineers'])
    expect(await found('chen', 'tungsten')).toEqual([])
    expect(await found('lumenAdmin', 'tungsten')).toEqual([])
    expect(await found('rui', 'tungsten')).toEqual(['auroraEngineers', 'everyAccount'])
    expect(await found('quinn', 'tungsten')).toEqual([
      'auroraEngineers',
      'draft',
      'everyAccount',
      'lumenEngineers',
    ])
  })

  test('what a new version says is found once it is released, and the old text no more', async () => {
    expect(await found('lin', 'molybdenum')).toEqual([])
    expect(await found('ingrid', 'molybdenum')).toEqual(['revised'])
    expect(await found('lin', 'vanadium')).toEqual(['revised'])
    await corpus.release()
    expect(await found('lin', 'molybdenum')).toEqual(['revised'])
    expect(await found('lin', 'vanadium')).toEqual([])
    expect(await found('ingrid', 'vanadium')).toEqual([])
  })

  test('a deactivated member, and nobody at all, find nothing', async () => {
    const where = { id: world.people.ingrid.membershipId }
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: new Date() } })
    expect(await found('ingrid', 'zirconium')).toEqual([])
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: null } })
    const rows =
      await prisma.$queryRaw`SELECT * FROM app_search('''zirconium''', false, '', '{message}', '{}', 10)`
    expect(rows).toEqual([])
  })

  test('a closed account is lost to the customer and stays with the supplier', async () => {
    const where = { id: world.accounts.lumen }
    await unscopedPrisma().account.update({ where, data: { closedAt: new Date() } })
    expect(await found('lin', 'zirconium')).toEqual([])
    expect(await found('ingrid', 'zirconium')).toEqual(['internal', 'shared'])
    await unscopedPrisma().account.update({ where, data: { closedAt: null } })
  })

  test('the inner functions, called on their own, find no more than row-level security shows', async () => {
    const { lin } = world.people
    const rows = await runAsActor(lin.membershipId, async () => {
      return await prisma.$queryRaw<{ id: string }[]>`
        SELECT id FROM app_search_messages(to_tsquery('zirconium | beryllium'), '{shared,internal,private}', '{}', 50)`
    })
    expect(rows.map(({ id }) => corpus.nameOf(id)).sort()).toEqual(['private', 'shared'])
  })
})

test('a search is at most four statements', async () => {
  const { lin } = world.people
  const { statements } = await countQueries(() =>
    runAsActor(lin.membershipId, () => search(lin, { text: 'C-1', kind: null, limit: 8 })),
  )
  expect(statements.length).toBeLessThanOrEqual(4)
})
