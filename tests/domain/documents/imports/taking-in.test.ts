import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { beginImport } from '#app/domain/documents/imports/commands/begin.server.ts'
import { startImport } from '#app/domain/documents/imports/commands/start.server.ts'
import { getImport } from '#app/domain/documents/imports/queries/import.server.ts'
import { listDocuments } from '#app/domain/documents/queries/list.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, eventTypes, note } from '../notes.ts'
import { row, rowsOf, sendRows, start } from './sending.ts'

const { people } = useWorld()
const forLumen = { accounts: 'A-1', functions: 'engineering, quality' }
const page = (actor: Actor, id: string, version: number | null = null) =>
  as(actor, (who) => getVersionPage(who, id, version))
const idOf = async (importId: string, at = 0) => (await rowsOf(importId))[at]?.documentId ?? ''

describe('drafts', () => {
  test('say what the table says, under the number that it brings, with their files', async () => {
    const name = `${'散热器'.repeat(83)}.txt`
    const rows = [
      row({
        number: 'DS-0100',
        title: '数据表',
        language: '简体中文',
        keywords: 'EMC, 11 kW',
        products: 'CMD-*',
        ...forLumen,
      }),
      row({
        number: 'HC-4711-B',
        kind: 'Drawing',
        body: '',
        files: `plans/1.txt\nplans/${name}`,
        effectiveOn: '2026-01-31',
      }),
      row({ kind: 'TN', owner: 'Dev Patel' }),
    ]
    const files = { 'a.md': '# A', 'plans/1.txt': 'one', [`plans/${name}`]: 'two' }
    const id = await sendRows(people.ingrid, rows, { files })
    await start(people.ingrid, id)
    expect((await rowsOf(id)).map(({ state, reason }) => [state, reason])).toEqual(
      Array(3).fill(['imported', '']),
    )
    const sheet = await page(people.ingrid, await idOf(id), 1)
    expect(sheet.document).toMatchObject({
      number: 'DS-0100',
      vdiClass: '02-01',
      ownerName: 'Ingrid Solberg',
    })
    expect(sheet.document.products.map((each) => each.number)).toEqual(['CMD-075-4'])
    expect(sheet.version).toMatchObject({
      title: '数据表',
      language: 'zh',
      keywords: ['EMC', '11 kW'],
      status: 'draft',
    })
    const drawing = await page(people.ingrid, await idOf(id, 1), 1)
    expect(drawing.version.files.map((each) => each.name)).toEqual(['1.txt', name])
    expect(drawing.version.article.html).toContain('1.txt')
    const known = await unscopedPrisma().document.findUniqueOrThrow({ where: { id: await idOf(id, 1) } })
    expect(known.formerNumber).toBe('HC-4711-B')
    const found = await as(people.ingrid, (who) => listDocuments(who, { q: 'hc-4711-b' }))
    expect(found.items.map((each) => each.id)).toEqual([known.id])
    expect((await page(people.ingrid, await idOf(id, 2), 1)).document.ownerName).toBe('Dev Patel')
    // The series goes on behind what was kept, and nobody outside sees a draft.
    const next = await as(people.ingrid, (who) => createDocument(who, note({ kind: 'data_sheet' })))
    expect(next.number).toBe('DS-0101')
    await expect(page(people.lin, await idOf(id))).rejects.toMatchObject({ status: 404 })
    expect(await eventTypes(await idOf(id))).toEqual(['imported'])
  })

  test('are found again: what is there is unchanged, what differs is a new version', async () => {
    const rows = [row({ number: 'OLD-1', title: 'One' })]
    await start(people.ingrid, await sendRows(people.ingrid, rows))
    const again = await rowsOf(await sendRows(people.ingrid, rows))
    expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged'])
    const changed = await rowsOf(await sendRows(people.ingrid, [row({ number: 'OLD-1', title: 'Two' })]))
    expect(changed[0]?.problems).toEqual([
      'version: A version of it is under way: release or withdraw that first.',
    ])
    const rewritten = await rowsOf(
      await sendRows(people.ingrid, [row({ number: 'OLD-1', title: 'Two', version: '1' })]),
    )
    expect(rewritten[0]?.problems[0]).toContain('Version 1 is there and says something else')
  })

  test('of one document there is one; an unknown owner is no reason to refuse', async () => {
    const rows = [
      row({ number: 'X-1', version: '1', owner: 'Somebody Gone' }),
      row({ number: 'X-1', version: '2' }),
    ]
    const found = await rowsOf(await sendRows(people.ingrid, rows))
    expect(found.map(({ outcome }) => outcome)).toEqual(['new', 'refused'])
    expect(found[0]?.notes[0]).toContain('Somebody Gone')
  })
})

describe('what is released at once', () => {
  const released = { mode: 'released' as const }

  test('needs a second person, who releases all versions in their order', async () => {
    const rows = [
      row({ number: 'REL-1', version: '1', title: 'First', ...forLumen }),
      row({ number: 'REL-1', version: '3', title: 'Third', changeNote: 'Limits' }),
      row({ number: 'REL-1', version: '4', title: 'Draft', state: 'draft' }),
    ]
    const id = await sendRows(people.ingrid, rows, released)
    await expect(as(people.ingrid, (who) => startImport(who, id))).rejects.toMatchObject({ status: 403 })
    await expect(as(people.marcus, (who) => startImport(who, id))).rejects.toMatchObject({ status: 404 })
    await start(people.dev, id)
    const { document, version } = await page(people.lin, await idOf(id))
    expect(version).toMatchObject({ version: 3, title: 'Third', author: { name: 'Ingrid Solberg' } })
    expect(version.releasedBy?.name).toBe('Dev Patel')
    expect(document.versions.map((each) => each.version)).toEqual([3, 1])
    expect((await page(people.ingrid, await idOf(id), 4)).version.status).toBe('draft')
    await expect(page(people.rui, await idOf(id))).rejects.toMatchObject({ status: 404 })
    // Of the new document nobody is told; of its next version its readers are.
    expect(await eventTypes(await idOf(id))).toEqual(['imported', 'imported', 'released', 'imported'])
  })

  test('refuses a change notice, which is completed in the portal', async () => {
    const rows = [
      row({ kind: 'change_notice' }),
      row({ kind: 'change_notice', state: 'draft', title: 'Draft' }),
    ]
    const found = await rowsOf(await sendRows(people.ingrid, rows, released))
    expect(found.map(({ outcome }) => outcome)).toEqual(['refused', 'new'])
  })

  test('is seen and started by those who may', async () => {
    const id = await sendRows(people.ingrid, [row({ number: 'SEE-1' })], released)
    for (const who of [people.tomas, people.marcus, people.lin, people.rui]) {
      await expect(as(who, (actor) => getImport(actor, id))).rejects.toMatchObject({ status: 404 })
    }
    await expect(
      as(people.tomas, (who) => beginImport(who, { fileIds: [], mode: 'drafts', isWhole: false })),
    ).rejects.toMatchObject({ status: 403 })
    expect((await as(people.admin, (who) => getImport(who, id))).name).toBe('old.zip')
  })
})
