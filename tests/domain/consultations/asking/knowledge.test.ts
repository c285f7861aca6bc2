import { beforeAll, describe, expect, test } from 'vitest'
import { endQuestion } from '#app/domain/consultations/asking/commands/end-question.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { groupAlike } from '#app/domain/consultations/knowledge/alike.ts'
import { monthBeside, readMonth, spanOf } from '#app/domain/consultations/knowledge/month.ts'
import { listKnowledge } from '#app/domain/consultations/knowledge/queries/month.server.ts'
import { listSimilar } from '#app/domain/consultations/knowledge/queries/similar.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { median } from '#app/domain/consultations/reports/engine/quantile.ts'
import { search } from '#app/domain/search/queries.server.ts'
import { countQueries } from '#app/platform/database/database.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { document, settled } from './texts.ts'

const world = useWorld()
const month = new Date().toISOString().slice(0, 7)
const known = (person: PersonName, of = month) =>
  as(world.people[person], () => listKnowledge(world.people[person], of))
const similar = async (person: PersonName, id: string) =>
  (await as(world.people[person], () => listSimilar(world.people[person], id))).map((each) => each.id)
const answersFor = async (person: PersonName, text: string) => {
  const actor = world.people[person]
  const { groups } = await as(actor, () => search(actor, { text, kind: 'answer', limit: 10 }))
  return groups.flatMap(({ results }) => results.map(({ subjectId }) => subjectId))
}

const ids: Record<'lin' | 'chen' | 'rui' | 'cited' | 'open' | 'other', string> = {
  ...{ lin: '', chen: '', rui: '', cited: '', open: '', other: '' },
}

beforeAll(async () => {
  const { lumen } = world.accounts
  const asked = {
    answeredBy: 'ingrid' as const,
    account: 'lumen' as const,
    answer: 'Use a braking resistor.',
  }
  ids.lin = await settled(world, { ...asked, by: 'lin', subject: 'Overvoltage when braking the fan' })
  ids.chen = await settled(world, { ...asked, by: 'chen', subject: 'Fan braking ends in overvoltage' })
  ids.rui = await settled(world, {
    ...{ by: 'rui', account: 'aurora', answeredBy: 'dev', answer: 'A resistor' },
    subject: 'Braking fan: overvoltage',
  })
  ids.other = await settled(world, { ...asked, by: 'lin', subject: 'Spare part list of the pump' })
  ids.open = await ask(world.people.lin, lumen, { subject: 'Overvoltage at braking, fan of line 4' })
  const note = await document(world, { title: 'Braking', body: 'Braking a fan' })
  const cited = await ask(world.people.lin, lumen, { subject: 'Overvoltage of fan braking, by the note' })
  ids.cited = cited
  const { ingrid } = world.people
  await as(ingrid, () => postMessage(ingrid, cited, { lane: 'shared', body: 'See [[TN-0501]]', fileIds: [] }))
  const end = (person: 'lin' | 'rui', accountId: string) =>
    as(world.people[person], () =>
      endQuestion(world.people[person], {
        ...{ accountId, function: 'engineering', documentId: note, formKey: crypto.randomUUID() },
      }),
    )
  await end('lin', lumen)
  await end('rui', world.accounts.aurora)
})

describe('what deserves a note', () => {
  test('groups what was asked alike and accepted, of the accounts that one may enter', async () => {
    const all = await known('dev')
    expect(all.groups).toMatchObject([{ askers: 3, accounts: 2, function: 'engineering', product: null }])
    expect(all.groups[0]?.questions.map(({ id }) => id).sort()).toEqual([ids.lin, ids.chen, ids.rui].sort())
    // Ingrid may not enter Aurora's account.
    expect((await known('ingrid')).groups).toMatchObject([{ askers: 2, accounts: 1 }])
    expect((await known('dev')).compared).toBe(4)
  })

  test('counts the questions that ended at a document, of the same accounts', async () => {
    expect((await known('dev')).ended).toMatchObject([{ number: 'TN-0501', count: 2, accounts: 2 }])
    expect((await known('ingrid')).ended).toMatchObject([{ number: 'TN-0501', count: 1, accounts: 1 }])
  })

  test('another month has its own', async () => {
    expect(await known('dev', monthBeside(month, -1))).toMatchObject({ groups: [], ended: [], compared: 0 })
  })

  test('is for those who write notes: no customer, no account manager', async () => {
    for (const name of ['lin', 'rui', 'marcus', 'tomas'] as const)
      await expect(known(name)).rejects.toThrow(Forbidden)
    expect((await known('quinn')).groups).toHaveLength(1)
    expect((await known('admin')).groups).toHaveLength(1)
  })

  test('two statements', async () => {
    expect((await countQueries(() => known('dev'))).statements).toHaveLength(2)
  })
})

describe('similar consultations', () => {
  test('those that the reader may see, and not the one itself', async () => {
    expect((await similar('lin', ids.open)).sort()).toEqual([ids.lin, ids.chen, ids.cited].sort())
    expect((await similar('dev', ids.open)).sort()).toEqual([ids.lin, ids.chen, ids.cited, ids.rui].sort())
    expect(await similar('rui', ids.open)).toEqual([])
    expect(await similar('rui', ids.rui)).toEqual([])
    expect(await similar('lin', ids.other)).toEqual([])
  })

  test('one statement, and none more for the thread itself', async () => {
    const { lin } = world.people
    expect((await countQueries(() => similar('lin', ids.open))).statements).toHaveLength(1)
    const thread = await countQueries(() => as(lin, () => getThread(lin, ids.open)))
    expect(thread.statements).toHaveLength(1)
  })
})

describe('accepted answers in the search', () => {
  test('are found by their words or their subject, by those who may see them', async () => {
    expect((await answersFor('wu', 'braking overvoltage')).sort()).toEqual([ids.lin, ids.chen].sort())
    expect(await answersFor('lin', 'spare part list')).toEqual([ids.other])
    expect(await answersFor('rui', 'resistor')).toEqual([ids.rui])
    expect((await answersFor('dev', 'braking overvoltage')).sort()).toEqual(
      [ids.lin, ids.chen, ids.rui].sort(),
    )
    expect(await answersFor('ingrid', 'line 4')).toEqual([])
  })

  test('what is not accepted, and a note of one side, is none', async () => {
    const { ingrid } = world.people
    await as(ingrid, () => postMessage(ingrid, ids.lin, { lane: 'internal', body: 'Zirconium', fileIds: [] }))
    expect(await answersFor('ingrid', 'zirconium')).toEqual([])
    expect(await answersFor('lin', 'overvoltage line')).toEqual([])
  })
})

describe('the grouping', () => {
  const question = (id: string, stems: string, productId: string | null = null, fn = 'quality') => ({
    ...{ id, productId, function: fn, stems: stems.split(' ') },
  })
  test.each([
    ['two words in common', [question('a', 'x y'), question('b', 'y x z')], ['ab']],
    ['one word', [question('a', 'x y'), question('b', 'x z')], []],
    ['another product', [question('a', 'x y', 'p'), question('b', 'x y')], []],
    ['another function', [question('a', 'x y'), question('b', 'x y', null, 'logistics')], []],
    ['a third between two', [question('a', 'x y'), question('b', 'v w'), question('c', 'x y v w')], ['abc']],
    [
      'the largest first',
      [
        question('a', 'x y'),
        question('b', 'x y'),
        question('c', 'v w'),
        question('d', 'v w'),
        question('e', 'v w'),
      ],
      ['cde', 'ab'],
    ],
  ])('%s', (_, questions, groups) => {
    expect(groupAlike(questions).map((group) => group.map(({ id }) => id).join(''))).toEqual(groups)
  })

  test('the median of none, of odd and of even counts', () => {
    expect([median([]), median([3]), median([5, 1, 3]), median([4, 1, 3, 2])]).toEqual([null, 3, 3, 2.5])
  })

  test('months', () => {
    expect(readMonth('2026-03', new Date())).toBe('2026-03')
    expect(readMonth('2026-13', new Date('2026-05-01T00:00:00Z'))).toBe('2026-05')
    expect(readMonth(null, new Date('2026-05-01T00:00:00Z'))).toBe('2026-05')
    expect(monthBeside('2026-01', -1)).toBe('2025-12')
    expect(spanOf('2026-12')).toEqual({
      from: new Date('2026-12-01T00:00:00Z'),
      to: new Date('2027-01-01T00:00:00Z'),
    })
  })
})
