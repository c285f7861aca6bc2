import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { getDifference } from '#app/domain/documents/differences/queries.server.ts'
import { writeParameters } from '#app/domain/documents/parameters/commands/write.server.ts'
import { parametersAsCsv } from '#app/domain/documents/parameters/export.ts'
import type { ParametersInput } from '#app/domain/documents/parameters/forms.ts'
import {
  getDraftTable,
  getParameter,
  getParameterTable,
} from '#app/domain/documents/parameters/queries.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventTypes, note, release } from '../notes.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

type Row = ParametersInput['rows'][number]
const row = (input: Partial<Row>): Row => ({
  symbol: 'P_N',
  name: 'Rated power',
  conditions: '',
  min: null,
  typ: '7.5',
  max: null,
  unit: 'kW',
  fit: 'function',
  isShared: true,
  ...input,
})

async function draft(input: Parameters<typeof note>[0] = {}): Promise<string> {
  const { id } = await as(world.people.ingrid, (actor) => createDocument(actor, note(input)))
  return id
}

const write = (actor: Actor, id: string, rows: Row[]) =>
  as(actor, async (who) => {
    const { version } = await getDraftTable(who, id)
    await writeParameters(who, id, { rows, seenAt: version.updatedAt })
  })

const forLumen = () => ({ accountIds: [world.accounts.lumen], functions: ['engineering' as const] })
const table = (actor: Actor, id: string, number: number | null = null) =>
  as(actor, (who) => getParameterTable(who, id, number))

/** Two released versions: the power grows, a capacity is written in another unit, a secret line stays within. */
async function twoVersions(): Promise<string> {
  const id = await draft(forLumen())
  const { ingrid, dev } = world.people
  await write(ingrid, id, [
    row({}),
    row({ symbol: 'C', name: 'Capacity', typ: '0.5', unit: 'mF' }),
    row({ symbol: 'k', name: 'Margin', typ: '20', unit: '%', isShared: false }),
  ])
  await as(ingrid, (actor) => submitVersion(actor, id))
  await release(dev, id)
  await as(ingrid, (actor) => startVersion(actor, id))
  const { rows } = await as(ingrid, (actor) => getDraftTable(actor, id))
  expect(rows.map(({ symbol }) => symbol)).toEqual(['P_N', 'C', 'k'])
  await write(ingrid, id, [
    row({ typ: '11' }),
    row({ symbol: 'C', name: 'Capacity', typ: '500', unit: 'µF' }),
    row({ symbol: 'k', name: 'Margin', typ: '25', unit: '%', isShared: false }),
  ])
  await as(ingrid, (actor) => submitVersion(actor, id))
  await release(dev, id)
  return id
}

describe('a table', () => {
  test('is written by the author of the draft, and by nobody else', async () => {
    const id = await draft(forLumen())
    const { ingrid, dev, marcus, lin, rui } = world.people
    await write(ingrid, id, [row({})])
    expect((await table(ingrid, id)).rows).toEqual([row({})])
    expect(await eventTypes(id)).toContain('parametersChanged')
    for (const other of [dev, marcus])
      await expect(write(other, id, [])).rejects.toThrow('common:error.forbidden')
    for (const customer of [lin, rui]) await expect(write(customer, id, [])).rejects.toThrow(/notFound/)
  })

  test('that somebody else changed meanwhile is not overwritten', async () => {
    const id = await draft()
    const { ingrid } = world.people
    const { version } = await as(ingrid, (actor) => getDraftTable(actor, id))
    await write(ingrid, id, [row({})])
    const late = as(ingrid, (actor) =>
      writeParameters(actor, id, { rows: [row({ typ: '1' })], seenAt: version.updatedAt }),
    )
    await expect(late).rejects.toThrow('common:error.changed')
    expect((await table(ingrid, id)).rows[0]?.typ).toBe('7.5')
  })

  test('is fixed once it was submitted, by the database as well', async () => {
    const id = await draft()
    const { ingrid } = world.people
    await write(ingrid, id, [row({})])
    await as(ingrid, (actor) => submitVersion(actor, id))
    await expect(write(ingrid, id, [])).rejects.toThrow('common:error.transition')
    const change = unscopedPrisma().documentParameter.updateMany({
      where: { documentId: id },
      data: { typ: '1' },
    })
    await expect(change).rejects.toThrow(/immutable/)
  })

  test('keeps what is not shared from the customers, also where the scope is forgotten', async () => {
    const id = await twoVersions()
    const { lin, chen, rui, dev } = world.people
    expect((await table(dev, id)).rows).toHaveLength(3)
    const seen = await table(lin, id)
    expect(seen.rows.map(({ symbol }) => symbol)).toEqual(['P_N', 'C'])
    expect(await as(lin, (actor) => getParameter(actor, seen.version.id, 'k'))).toBeNull()
    expect(await as(lin, (actor) => getParameter(actor, seen.version.id, 'P_N'))).toMatchObject({ typ: '11' })
    for (const other of [chen, rui]) await expect(table(other, id)).rejects.toThrow(/notFound/)
    const count = (actor: Actor) =>
      runAsActor(actor.membershipId, async () => await prisma.documentParameter.count())
    expect(await count(lin)).toBe(4)
    expect(await count(rui)).toBe(0)
  })

  test('stands in a version of its own document, whatever a row says', async () => {
    const [one, other] = [await draft(), await draft()]
    const { version } = await as(world.people.ingrid, (actor) => getDraftTable(actor, one))
    const insert = (documentId: string) =>
      runAsActor(world.people.ingrid.membershipId, async () => {
        const owner = { versionId: version.id, documentId, organizationId: world.organizations.halden }
        return await prisma.documentParameter.create({ data: { ...row({}), ...owner, position: 0 } })
      })
    await expect(insert(other)).rejects.toThrow()
    expect(await insert(one)).toMatchObject({ symbol: 'P_N' })
  })

  test('of a draft does not exist for a customer', async () => {
    const id = await twoVersions()
    const { ingrid, lin } = world.people
    await as(ingrid, (actor) => startVersion(actor, id))
    await expect(table(lin, id, 3)).rejects.toThrow(/notFound/)
  })

  test('can be taken along as CSV', () => {
    const csv = parametersAsCsv([row({ typ: '-7.5', conditions: '=1+1, "T" 40 °C' })])
    expect(csv.split('\r\n')[1]).toBe(`P_N,Rated power,"'=1+1, ""T"" 40 °C",,-7.5,,kW,function`)
  })
})

describe('the difference of two versions', () => {
  test('says what became of each quantity', async () => {
    const id = await twoVersions()
    const found = await as(world.people.dev, (actor) => getDifference(actor, id, { from: 1, to: 2 }))
    const lines = found.parameters.flatMap((group) => group.lines)
    expect(lines.map(({ symbol, change }) => [symbol, change])).toEqual([
      ['P_N', 'changed'],
      ['C', 'rewritten'],
      ['k', 'changed'],
    ])
  })

  test('shows a customer its own share of it, and no version that it does not see', async () => {
    const id = await twoVersions()
    const { ingrid, lin, rui } = world.people
    await as(ingrid, (actor) => startVersion(actor, id))
    const found = await as(lin, (actor) => getDifference(actor, id, { from: null, to: null }))
    expect([found.from.version, found.to.version]).toEqual([1, 2])
    expect(found.parameters.flatMap((group) => group.lines).map(({ symbol }) => symbol)).toEqual(['P_N', 'C'])
    const hidden = as(lin, (actor) => getDifference(actor, id, { from: 1, to: 3 }))
    await expect(hidden).rejects.toThrow(/notFound/)
    const foreign = as(rui, (actor) => getDifference(actor, id, { from: 1, to: 2 }))
    await expect(foreign).rejects.toThrow(/notFound/)
  })
})
