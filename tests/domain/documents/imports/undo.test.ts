import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { changeAudience } from '#app/domain/documents/commands/change-audience.server.ts'
import { recordOpening } from '#app/domain/documents/commands/read.server.ts'
import { startImport } from '#app/domain/documents/imports/commands/start.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { unscopedSweepUploads } from '#app/domain/files/uploads.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { prisma, transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, note } from '../notes.ts'
import { importOf, row, rowsOf, sendRows, start, undo } from './sending.ts'

const world = useWorld()
const { people } = world
const forLumen = { accounts: 'A-1', functions: 'engineering, quality' }
const page = (actor: Actor, id: string, version: number | null = null) =>
  as(actor, (who) => getVersionPage(who, id, version))
const idOf = async (importId: string, at = 0) => (await rowsOf(importId))[at]?.documentId ?? ''

describe('an undo', () => {
  test('takes every trace of the documents away; the same can be imported again', async () => {
    const rows = [row({ number: 'DS-0900', body: '', files: 'u.txt', ...forLumen }), row({ number: 'U-2' })]
    const files = { 'a.md': 'x', 'u.txt': 'one' }
    const id = await sendRows(people.ingrid, rows, { files })
    await start(people.ingrid, id)
    const before = await unscopedPrisma().file.count({ where: { name: 'u.txt' } })
    await undo(people.ingrid, id)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['undone', 'undone'])
    expect(
      await unscopedPrisma().document.count({ where: { id: { in: [await idOf(id), await idOf(id, 1)] } } }),
    ).toBe(0)
    // Its files are uploads that nobody attached: the sweep takes them.
    const later = new Date(Date.now() + 3 * 86_400_000)
    setClock(() => later)
    await unscopedSweepUploads()
    setClock(() => new Date())
    expect(await unscopedPrisma().file.count({ where: { name: 'u.txt' } })).toBe(before - 1)
    const again = await sendRows(people.ingrid, rows, { files })
    await start(people.ingrid, again)
    expect((await page(people.ingrid, await idOf(again), 1)).document.number).toBe('DS-0900')
  })

  test('puts the version before in force again', async () => {
    const first = await sendRows(people.ingrid, [row({ number: 'P-1', title: 'First', ...forLumen })], {
      mode: 'released',
    })
    await start(people.dev, first)
    const next = await sendRows(people.ingrid, [row({ number: 'P-1', title: 'Second' })], {
      mode: 'released',
    })
    expect((await rowsOf(next)).map(({ outcome }) => outcome)).toEqual(['version'])
    await start(people.dev, next)
    expect((await page(people.lin, await idOf(first))).version.title).toBe('Second')
    await undo(people.ingrid, next)
    const { document, version } = await page(people.lin, await idOf(first))
    expect(version).toMatchObject({ title: 'First', status: 'released', isInForce: true })
    expect(document.versions).toHaveLength(1)
  })

  test('leaves what somebody relied on, with the reason', async () => {
    const rows = ['opened', 'edited', 'cited', 'free'].map((title) =>
      row({ number: `R-${title}`, title, ...forLumen }),
    )
    const id = await sendRows(people.ingrid, rows, { mode: 'released' })
    await start(people.dev, id)
    const [opened, edited, cited] = await rowsOf(id)
    const read = await page(people.lin, opened?.documentId ?? '')
    await as(people.lin, (who) => recordOpening(who, { ...read.version, document: read.document }, null))
    await as(people.dev, async (who) => {
      await changeAudience(who, edited?.documentId ?? '', {
        ...note(),
        accountIds: [world.accounts.lumen],
        functions: ['engineering'],
      })
    })
    await unscopedPrisma().citation.create({
      data: {
        organizationId: world.organizations.halden,
        versionId: opened?.versionId,
        citedDocumentId: cited?.documentId ?? '',
        citedVersionId: cited?.versionId ?? '',
        createdById: people.ingrid.membershipId,
      },
    })
    await undo(people.ingrid, id)
    expect((await rowsOf(id)).map(({ state, reason }) => [state, reason])).toEqual([
      ['kept', 'It stays: a customer has opened it.'],
      ['kept', 'It stays: somebody has changed it since.'],
      ['kept', 'It stays: something cites it.'],
      ['undone', ''],
    ])
  })

  test('is nobody’s outside the organization, and a version is deleted in no other way', async () => {
    const id = await sendRows(people.ingrid, [row({ number: 'N-1' })])
    await start(people.ingrid, id)
    const [found] = await rowsOf(id)
    const remove = (actor: Actor) =>
      as(actor, () => prisma.$queryRaw`SELECT app_remove_imported(${id}::uuid, ${found?.line ?? 0}::int)`)
    await expect(remove(people.lin)).rejects.toThrow(/another organization/)
    await expect(
      as(people.ingrid, () =>
        transact(async (tx) => {
          await tx.$executeRaw`SELECT set_config('app.undoing', 'yes', true)`
          await tx.documentVersion.delete({ where: { id: found?.versionId ?? '' } })
        }),
      ),
    ).rejects.toThrow()
  })
})

describe('all rows or none', () => {
  test('does not begin with a refused row, and takes all back when one fails', async () => {
    const whole = { isWhole: true }
    const bad = await sendRows(people.ingrid, [row({ number: 'W-1' }), row({ kind: 'x' })], whole)
    await expect(as(people.ingrid, (who) => startImport(who, bad))).rejects.toMatchObject({ status: 409 })
    const rows = [row({ number: 'W-1' }), row({ number: 'DS-0500', title: 'Taken' })]
    const id = await sendRows(people.ingrid, rows, whole)
    // Somebody takes the number between the check and the import.
    await start(people.quinn, await sendRows(people.quinn, [row({ number: 'DS-0500' })]))
    await start(people.ingrid, id)
    const found = await rowsOf(id)
    expect(found.map(({ state }) => state)).toEqual(['undone', 'failed'])
    expect(found[1]?.reason).toContain('Somebody else took this number')
    expect((await importOf(id)).status).toBe('undone')
    expect(await unscopedPrisma().document.count({ where: { formerNumber: 'W-1' } })).toBe(0)
  })
})
