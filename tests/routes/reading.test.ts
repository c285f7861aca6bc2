import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { released } from '../domain/documents/notes.ts'
import { stored } from '../domain/documents/reading/stored.ts'

useTestDatabase()
let world: World
let params: { id: string; fileId: string }
beforeAll(async () => {
  world = await createWorld()
  const { ingrid, dev } = world.people
  const document = await PDFDocument.create()
  document.addPage().drawText('Sheet')
  const fileId = await stored(ingrid, 'sheet.pdf', Buffer.from(await document.save()), 'application/pdf')
  const reach = { accountIds: [world.accounts.lumen], functions: ['engineering' as const] }
  params = { id: await released(ingrid, dev, { ...reach, fileIds: [fileId] }), fileId }
})

async function as(person: PersonName, pattern: string, given: Visit = {}) {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  return visit(route, await cookieOf(world, person), { params, ...given })
}
const readings = () => unscopedPrisma().documentReading.findMany({ where: { documentId: params.id } })

describe('a file', () => {
  test('that the viewer fetches is no download; opened by its address it is one', async () => {
    const file = '/documents/:id/files/:fileId'
    const forViewer = { query: '?view', headers: { 'Sec-Fetch-Dest': 'empty' } }
    expect((await as('lin', file, forViewer)).status).toBe(200)
    expect(await readings()).toEqual([])
    expect((await as('lin', file, { query: '?view' })).status).toBe(200)
    expect(await readings()).toMatchObject([{ downloadCount: 1 }])
  })

  test('is shown with what it is, and its opening is recorded; fetched ahead it is not', async () => {
    const view = '/documents/:id/files/:fileId/view'
    await as('lin', view, { headers: { 'Sec-Purpose': 'prefetch' } })
    const find = () => unscopedPrisma().documentFileReading.findMany({ where: { fileId: params.fileId } })
    expect(await find()).toMatchObject([{ openCount: 0, downloadCount: 1 }])
    const { value } = await as('lin', view)
    expect(value).toMatchObject({
      ...{ preview: { kind: 'pdf', text: null }, isReader: true },
      version: { version: 1, status: 'released' },
    })
    expect(await find()).toMatchObject([{ openCount: 1 }])
  })
})

describe('a beat', () => {
  const beat = (body: Record<string, string>) => as('lin', '/documents/:id/seen', { method: 'POST', body })

  test('is taken without an answer', async () => {
    expect((await beat({ version: '1', milliseconds: '5' })).status).toBe(204)
  })

  test('that claims a day, or nothing that can be, is refused', async () => {
    expect((await beat({ version: '1', milliseconds: '86400000' })).status).toBe(422)
    expect((await beat({ milliseconds: '1000' })).status).toBe(422)
    expect((await beat({ version: '9', milliseconds: '1000' })).status).toBe(404)
  })
})

test('the bundle is a ZIP, and taking it is a download', async () => {
  const before = (await readings())[0]?.downloadCount ?? 0
  const { value } = await as('lin', '/documents/:id/bundle')
  const response = value as Response
  expect(response.headers.get('Content-Disposition')).toMatch(/attachment; filename="TN-\d{4}-v1\.zip"/)
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  expect((await readings())[0]?.downloadCount).toBe(before + 1)
})

test('evidence as CSV, and what is recorded about oneself', async () => {
  const { value } = await as('ingrid', '/documents/:id/evidence/export')
  expect(await (value as Response).text()).toContain('林晓')
  expect((await as('lin', '/settings/recorded')).value).toMatchObject({
    side: 'customer',
    page: { items: [{ documentId: params.id }] },
  })
})
