import { describe, expect, test } from 'vitest'
import { startImport } from '#app/domain/documents/imports/commands/start.server.ts'
import { runImport } from '#app/domain/documents/imports/run/run.server.ts'
import { undoImport } from '#app/domain/documents/imports/run/undo.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as } from '../notes.ts'
import { importOf, row, rowsOf, sendRows, start } from './sending.ts'

const { people } = useWorld()

describe('the job', () => {
  test('that was killed goes on with the row that comes next, and writes none twice', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => row({ number: `K-${at}`, title: `Row ${at}` }))
    const id = await sendRows(people.ingrid, rows)
    await as(people.ingrid, (who) => startImport(who, id))
    // Two at once, as when a job that was taken for dead is still alive.
    await Promise.all([runImport({ importId: id }), runImport({ importId: id })])
    await runImport({ importId: id })
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(Array(6).fill('imported'))
    expect(await unscopedPrisma().document.count({ where: { formerNumber: { startsWith: 'K-' } } })).toBe(6)
    await undoImport({ importId: id })
    expect((await importOf(id)).status).toBe('done')
  })

  test('finds a half-done import as whole rows: what was through stays, the rest follows', async () => {
    const id = await sendRows(people.ingrid, [row({ number: 'H-1' }), row({ number: 'H-2', title: 'Two' })])
    await as(people.ingrid, (who) => startImport(who, id))
    // The process died after the first row: its transaction is there as a whole.
    await unscopedPrisma().documentImportRow.update({
      where: { importId_line: { importId: id, line: 3 } },
      data: { state: 'skipped' },
    })
    await runImport({ importId: id })
    await unscopedPrisma().documentImportRow.update({
      where: { importId_line: { importId: id, line: 3 } },
      data: { state: 'planned' },
    })
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['imported', 'planned'])
    const { documentVersion } = unscopedPrisma()
    const stray = await documentVersion.count({ where: { document: { formerNumber: 'H-2' } } })
    expect(stray).toBe(0)
  })

  test('of two imports that want the same gives it to one and says so to the other', async () => {
    const one = await sendRows(people.ingrid, [row({ number: 'T-1', title: 'Of Ingrid' })])
    const two = await sendRows(people.quinn, [row({ number: 'T-1', title: 'Of Quinn' })])
    await Promise.all([start(people.ingrid, one), start(people.quinn, two)])
    const states = [...(await rowsOf(one)), ...(await rowsOf(two))].map(({ state }) => state).sort()
    expect(states).toEqual(['failed', 'imported'])
    expect(await unscopedPrisma().document.count({ where: { formerNumber: 'T-1' } })).toBe(1)
    // Whoever starts the same import twice is second the second time.
    const three = await sendRows(people.ingrid, [row({ number: 'T-3' })])
    const both = await Promise.allSettled(
      [1, 2].map(() => as(people.ingrid, (who) => startImport(who, three))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
