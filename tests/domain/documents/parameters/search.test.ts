import { beforeAll, describe, expect, test } from 'vitest'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { writeParameters } from '#app/domain/documents/parameters/commands/write.server.ts'
import type { ParametersInput } from '#app/domain/documents/parameters/forms.ts'
import { getDraftTable } from '#app/domain/documents/parameters/queries.server.ts'
import { findByParameters } from '#app/domain/documents/parameters/search/find.server.ts'
import { countQueries, prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { as, note, release } from '../notes.ts'

useTestDatabase()
let world: World

type Row = ParametersInput['rows'][number]
const row = (symbol: string, name: string, unit: string, values: Partial<Row>): Row => ({
  ...{ symbol, name, unit, conditions: '', min: null, typ: null, max: null, fit: 'function', isShared: true },
  ...values,
})

/** A released document with these lines, for engineers of these accounts. */
async function sheet(title: string, accountIds: string[] | null, rows: Row[], isReleased = true) {
  const { ingrid, dev } = world.people
  const reach = {
    everyAccount: !accountIds,
    accountIds: accountIds ?? [],
    functions: ['engineering' as const],
  }
  const author = accountIds?.includes(world.accounts.aurora) ? dev : ingrid
  const { id } = await as(author, (actor) => createDocument(actor, note({ title, ...reach })))
  await write(id, rows, author === dev ? 'dev' : 'ingrid')
  if (!isReleased) return id
  await as(author, (actor) => submitVersion(actor, id))
  await release(author === dev ? world.people.quinn : dev, id)
  return id
}

const write = (id: string, rows: Row[], by: PersonName = 'ingrid') =>
  as(world.people[by], async (actor) => {
    const { version } = await getDraftTable(actor, id)
    await writeParameters(actor, id, { rows, seenAt: version.updatedAt })
  })

const ask = (person: PersonName, text: string, limit = 50) =>
  as(world.people[person], (actor) => findByParameters(actor, text, limit))
/** Title and symbol of what a person finds. */
async function found(person: PersonName, text: string): Promise<string[]> {
  const answer = await ask(person, text)
  expect(answer?.problem).toBeNull()
  return (answer?.results ?? []).map(({ title, line }) => `${title} ${line.symbol}`).sort()
}

beforeAll(async () => {
  world = await createWorld()
  await unscopedPrisma().teamMember.create({
    data: { accountId: world.accounts.aurora, membershipId: world.people.quinn.membershipId },
  })
  const { lumen, aurora } = world.accounts
  await sheet('small', null, [
    row('P_N', 'Rated shaft power', 'kW', { typ: '7.5' }),
    row('η', 'Efficiency', '%', { min: '93', typ: '95' }),
    row('T_amb', 'Ambient temperature', '°C', { min: '-10', max: '40' }),
  ])
  await sheet(
    'large',
    [lumen],
    [
      row('P_N', 'Rated shaft power', 'W', { typ: '11000' }),
      row('η', 'Efficiency', '%', { typ: '97.3' }),
      row('I_L', 'Leakage current', 'mA', { max: '3.5', conditions: 'shielded cable, 30 m' }),
      row('k', 'Margin', '%', { typ: '99', isShared: false }),
      row('P_max', 'Peak power', 'kW', { typ: '22', isShared: false }),
    ],
  )
  await sheet('northern', [aurora], [row('P_N', 'Rated shaft power', 'kW', { typ: '15' })])
  await sheet('sketch', null, [row('P_N', 'Rated shaft power', 'kW', { typ: '18' })], false)
}, 60_000)

describe('a value is found', () => {
  test('in comparable units, by symbol', async () => {
    expect(await found('lin', 'P_N >= 7.5 kW')).toEqual(['large P_N', 'small P_N'])
    expect(await found('lin', 'P_N > 7500 W')).toEqual(['large P_N'])
    expect(await found('lin', 'pn = 0.011 MW')).toEqual(['large P_N'])
    expect(await found('lin', 'P_N = 11 kVA')).toEqual([])
    expect(await found('lin', 'eta > 0.96')).toEqual(['large η'])
  })

  test('by words of the name, with a typing error as well', async () => {
    expect(await found('lin', 'efficiency > 94 %')).toEqual(['large η', 'small η'])
    expect(await found('lin', 'shaft power < 8 kW')).toEqual(['small P_N'])
    expect(await found('lin', 'eficiency > 96 %')).toEqual(['large η'])
    expect(await found('lin', 'cien > 1 %')).toEqual([])
  })

  test('in a range, and says when a part of its own range is meant', async () => {
    const answer = await ask('lin', 'T_amb 30..60 °C')
    expect(answer?.results.map(({ isWhole }) => isWhole)).toEqual([false])
    const [first, second] = (await ask('lin', 'efficiency > 94 %'))?.results ?? []
    expect([first?.isWhole, first?.title, second?.isWhole]).toEqual([true, 'large', false])
    expect(await found('lin', 'T_amb 41..60 °C')).toEqual([])
  })

  test('under a condition: of its line, or another parameter of the document', async () => {
    expect(await found('lin', 'efficiency > 94 % at 11 kW')).toEqual(['large η'])
    expect(await found('lin', 'efficiency > 94 % at P_N = 7500 W')).toEqual(['small η'])
    expect(await found('lin', 'efficiency > 94 % at P_x = 11 kW')).toEqual([])
    expect(await found('lin', 'I_L < 5 mA at 30 m')).toEqual(['large I_L'])
    expect(await found('lin', 'I_L < 5 mA at 0 m')).toEqual([])
    expect(await found('lin', 'I_L < 5 mA at Shielded cable')).toEqual(['large I_L'])
  })

  test('never as a pattern', async () => {
    for (const text of ['% > 1 %', '.* > 1 %', '(((( > 1 %', 'P_N > 1 W at ((a', '\\ > 1', "' > 1 A"])
      expect((await ask('lin', text))?.results ?? []).toEqual([])
  })
})

describe('who finds what', () => {
  test('each customer its own; drafts nobody', async () => {
    expect(await found('lin', 'P_N > 1 W')).toEqual(['large P_N', 'small P_N'])
    expect(await found('rui', 'P_N > 1 W')).toEqual(['northern P_N', 'small P_N'])
    for (const other of ['chen', 'lumenAdmin', 'sofia'] as const)
      expect(await found(other, 'P_N > 1 W')).toEqual([])
    expect(await found('dev', 'P_N > 1 W')).toEqual(['large P_N', 'northern P_N', 'small P_N'])
  })

  test('lines that are not shared are matched for no customer, neither themselves nor as a condition', async () => {
    expect(await found('dev', 'margin > 1 %')).toEqual(['large k'])
    expect(await found('lin', 'margin > 1 %')).toEqual([])
    expect(await found('dev', 'efficiency > 94 % at 22 kW')).toEqual(['large η'])
    expect(await found('lin', 'efficiency > 94 % at 22 kW')).toEqual([])
  })

  test('the function itself tells nobody more, and nobody at all nothing', async () => {
    const question = JSON.stringify({
      ...{ what: 'k', dimension: '', low: null, high: null, isLowOpen: false, isHighOpen: false, at: null },
    })
    const rows = () => prisma.$queryRaw<unknown[]>`SELECT id FROM app_find_parameters(${question}::jsonb, 10)`
    expect(await rows()).toEqual([])
    const as = (name: PersonName) => runAsActor(world.people[name].membershipId, async () => await rows())
    expect(await as('lin')).toEqual([])
    expect(await as('dev')).toHaveLength(1)
  })

  test('a version under way is not found before its release, a superseded or withdrawn one no more', async () => {
    const { ingrid, dev } = world.people
    const id = await sheet('valve', null, [row('p', 'Test pressure', 'bar', { max: '10' })])
    await as(ingrid, (actor) => startVersion(actor, id))
    await write(id, [row('p', 'Test pressure', 'MPa', { max: '1.6' })])
    expect(await found('lin', 'p = 10 bar')).toEqual(['valve p'])
    expect(await found('lin', 'p = 16 bar')).toEqual([])
    await as(ingrid, (actor) => submitVersion(actor, id))
    await release(dev, id)
    expect(await found('lin', 'p = 10 bar')).toEqual([])
    expect(await found('lin', 'p = 16 bar')).toEqual(['valve p'])
    await as(dev, (actor) => withdrawVersion(actor, id, { version: 2, reason: 'Wrong' }))
    expect(await found('lin', 'p = 16 bar')).toEqual([])
  })
})

test('an answer says what it cannot read, that there is more, and takes two statements', async () => {
  expect((await ask('lin', 'P_N > 1 kw'))?.problem).toContain('unknownSuggested')
  expect(await ask('lin', 'efficiency')).toBeNull()
  const { result, statements } = await countQueries(() => ask('lin', 'P_N > 1 W', 1))
  expect(result?.hasMore).toBe(true)
  expect(result?.results).toHaveLength(1)
  expect(statements.length).toBeLessThanOrEqual(2)
})
