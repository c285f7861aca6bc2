import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { writeNotice } from '#app/domain/documents/change-notices/commands/write-notice.server.ts'
import { NoticeForm } from '#app/domain/documents/change-notices/forms.ts'
import { getNoticeDraft, getNoticePage } from '#app/domain/documents/change-notices/queries/notice.server.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { writeParameters } from '#app/domain/documents/parameters/commands/write.server.ts'
import { getDraftTable } from '#app/domain/documents/parameters/queries.server.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRival } from '#tests/support/rival.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, note, release } from '../notes.ts'

useTestDatabase()
let world: World
let people: World['people']
let sheet: string
let number: string
beforeAll(async () => {
  world = await createWorld()
  people = world.people
  const { dev } = people
  const { lumen } = world.accounts
  const reach = { accountIds: [lumen], functions: ['engineering' as const] }
  const input = note({ kind: 'data_sheet', title: 'Drive', ...reach })
  sheet = (await as(dev, () => createDocument(dev, input))).id
  await issue('68', 'mΩ')
  await as(dev, () => startVersion(dev, sheet))
  await issue('52', 'mΩ')
  number = (await as(dev, () => getDocument(dev, sheet))).number
})

const line = (symbol: string, typ: string, unit: string, isShared = true) => ({
  ...{ symbol, name: `Of ${symbol}`, conditions: '100 Hz', min: null, typ, max: null, unit },
  ...{ fit: 'function' as const, isShared },
})

/** The draft of the sheet with its table, in force. */
async function issue(resistance: string, unit: string): Promise<void> {
  const { dev, quinn } = people
  await as(dev, async () => {
    const { version } = await getDraftTable(dev, sheet)
    const rows = [
      line('ESR', resistance, unit),
      line('margin', resistance, unit, false),
      line('C', '470', 'µF'),
    ]
    await writeParameters(dev, sheet, { rows, seenAt: version.updatedAt })
    await submitVersion(dev, sheet)
  })
  await release(quinn, sheet)
}

const row = (reference: string, more: object = {}) => ({
  ...{ name: '', unit: '', old: '', new: '', reference },
  ...more,
})

async function draft(): Promise<string> {
  const { lumen, aurora } = world.accounts
  const reach = { accountIds: [lumen, aurora], functions: ['engineering' as const] }
  const input = note({ kind: 'change_notice', title: 'Capacitor', ...reach })
  return (await as(people.dev, (dev) => createDocument(dev, input))).id
}

async function write(id: string, changes: object[]): Promise<void> {
  const says = { type: 'pcn', pattern: 'CMD-075-4', reasons: ['MATER'], categories: ['ACEL'] }
  const input = NoticeForm.parse({ ...says, PCN: '2026-03-02', SOP: '2026-09-01', changes })
  await as(people.dev, (dev) => writeNotice(dev, id, input))
}

const changesFor = async (actor: Actor, id: string) =>
  (await as(actor, () => getNoticePage(actor, id, null))).notice?.changes

describe('a row of a notice that names a parameter', () => {
  test('takes what was left empty from its table, and shows both values with the two versions', async () => {
    const id = await draft()
    await write(id, [row(`${number}#ESR`), row(`[[${number}@1#C]]`, { name: 'Capacitance', new: '480' })])
    expect(await changesFor(people.dev, id)).toMatchObject([
      {
        ...{ name: 'Of ESR', unit: 'mΩ', old: '68', new: '52' },
        table: {
          ...{ documentId: sheet, number, symbol: 'ESR', from: 1, to: 2 },
          values: [{ name: 'typ', from: '68', to: '52' }],
          units: { from: 'mΩ', to: 'mΩ' },
        },
      },
      {
        ...{ name: 'Capacitance', unit: 'µF', old: '', new: '480' },
        table: { from: null, to: 1, values: [{ name: 'typ', from: null, to: '470' }] },
      },
    ])
    // The form shows again what was named, and writing it once more changes nothing.
    const again = await as(people.dev, (dev) => getNoticeDraft(dev, id))
    expect(again.notice?.changes.map(({ reference }) => reference)).toEqual([
      `${number}@2#ESR`,
      `${number}@1#C`,
    ])
    await write(id, again.notice?.changes ?? [])
    expect(await changesFor(people.dev, id)).toMatchObject([
      { table: { from: 1, to: 2 } },
      { name: 'Capacitance' },
    ])
  })

  test('is refused for a parameter that is none of ours, and nothing is stored', async () => {
    const id = await draft()
    await createRival()
    for (const wrong of [
      `${number}#R`,
      number,
      'DS-9999#ESR',
      'ZZ-0001#ESR',
      'ESR',
      `${number}@7#ESR`,
      '#ESR',
    ]) {
      await expect(write(id, [row(wrong)]), wrong).rejects.toMatchObject({
        field: 'changes',
        messageKey: 'changeNotices:error.reference',
        status: 422,
      })
    }
    expect(await changesFor(people.dev, id)).toBeUndefined()
  })

  test('says what it is about: what its writer chose, else what the table says, else nothing', async () => {
    const id = await draft()
    const typed = { name: 'Height', unit: 'mm', old: '52', new: '50' }
    await write(id, [
      row(`${number}#ESR`),
      row(`${number}#C`, { fit: 'form' }),
      row('', { ...typed, fit: 'fit' }),
      row('', typed),
    ])
    const fits = async (actor: Actor) => (await changesFor(actor, id))?.map(({ fit }) => fit)
    expect(await fits(people.dev)).toEqual(['function', 'form', 'fit', 'other'])
    // A notice from before rows said it: the table is asked.
    const { versions } = await as(people.dev, (dev) => getDocument(dev, id))
    const where = { versionId: versions[0]?.id ?? '' }
    const { changes } = await unscopedPrisma().changeNotice.findUniqueOrThrow({ where })
    const earlier = (changes as object[]).map((each) => ({ ...each, fit: undefined }))
    await unscopedPrisma().changeNotice.update({ where, data: { changes: earlier } })
    expect(await fits(people.dev)).toEqual(['function', 'function', 'other', 'other'])
    expect(() => NoticeForm.parse({ changes: [row('', { ...typed, fit: 'colour' })] })).toThrow()
  })

  test('shows a customer the table only where the customer sees that line', async () => {
    const id = await draft()
    await write(id, [
      row(`${number}#ESR`),
      row(`${number}#margin`, { name: 'Resistance', old: '68', new: '52' }),
    ])
    await as(people.dev, (dev) => submitVersion(dev, id))
    await release(people.quinn, id)
    expect(await changesFor(people.lin, id)).toMatchObject([
      { table: { symbol: 'ESR', from: 1, to: 2 } },
      { name: 'Resistance', table: null },
    ])
    // Aurora gets the notice, and nothing of a sheet that it does not see: neither number nor symbol.
    const rui = await changesFor(people.rui, id)
    expect(rui).toMatchObject([{ old: '68', new: '52', table: null }, { table: null }])
    expect(JSON.stringify(rui)).not.toContain(number)
    expect(JSON.stringify(rui)).not.toContain(sheet)
  })
})
