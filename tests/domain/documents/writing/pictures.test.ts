import { beforeAll, describe, expect, test } from 'vitest'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { getDraft } from '#app/domain/documents/queries/draft.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { previewBody } from '#app/domain/documents/queries/preview.server.ts'
import { autosaveDraft } from '#app/domain/documents/writing/commands/autosave.server.ts'
import { pictureIds, pictureMarkdown } from '#app/domain/documents/writing/pictures.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { renderArticle, renderMarkdown } from '#app/platform/markdown.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, note, release, upload } from '../notes.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const picture = (name: 'ingrid' | 'dev' = 'ingrid', type = 'image/png') =>
  upload(world.people[name], 'winding.png', type)
const shows = (id: string) =>
  `Before.\n\n${pictureMarkdown({ id, name: 'winding.png', width: 640, height: 480 })}`

describe('a picture of a text', () => {
  test('comes with the text that names it, stands in it for its readers, and is no attachment', async () => {
    const { ingrid, dev, lin, rui } = world.people
    const id = await picture()
    const reach = { everyAccount: true, functions: ['engineering' as const] }
    const made = await as(ingrid, () => createDocument(ingrid, note({ ...reach, body: shows(id) })))
    expect((await as(ingrid, () => getDraft(ingrid, made.id))).files).toEqual([])
    await as(ingrid, () => submitVersion(ingrid, made.id))
    await release(dev, made.id)
    for (const actor of [ingrid, lin, rui]) {
      const { version } = await as(actor, () => getVersionPage(actor, made.id, null))
      expect(version.article.html).toContain(
        `<img loading="lazy" src="/documents/${made.id}/files/${id}?view" alt="winding" width="640" height="480">`,
      )
      expect(version.files).toEqual([])
    }
  })

  test('is kept by the next save, and goes when the text no longer names it', async () => {
    const { ingrid } = world.people
    const { id } = await as(ingrid, () => createDocument(ingrid, note()))
    const { seenAt, title } = await as(ingrid, () => getDraft(ingrid, id))
    const file = await picture()
    const links = () => unscopedPrisma().documentVersionFile.count({ where: { documentId: id } })
    await as(ingrid, () => autosaveDraft(ingrid, id, { title, body: shows(file), seenAt }))
    expect(await links()).toBe(1)
    const next = await as(ingrid, () => getDraft(ingrid, id))
    await as(ingrid, () => editDraft(ingrid, id, { ...note({ body: 'None.' }), seenAt: next.seenAt }))
    expect(await links()).toBe(0)
  })

  test('of somebody else, of another document, or that is none, is not taken: its words stand there', async () => {
    const { ingrid } = world.people
    const loose = await picture('dev')
    const pdf = await picture('ingrid', 'application/pdf')
    const inOther = await picture()
    await as(ingrid, () => createDocument(ingrid, note({ body: shows(inOther) })))
    for (const file of [loose, pdf, inOther, crypto.randomUUID()]) {
      const { id } = await as(ingrid, () => createDocument(ingrid, note({ body: shows(file) })))
      const { version } = await as(ingrid, () => getVersionPage(ingrid, id, 1))
      expect(version.article.html).toContain('<img alt="winding" width="640" height="480">')
      expect(version.files).toEqual([])
    }
  })

  test('is in the preview, of a new text by its id alone', async () => {
    const { ingrid } = world.people
    const id = await picture()
    const form = new FormData()
    form.set('body', shows(id))
    const preview = async () => (await as(ingrid, () => previewBody(ingrid, form))).html
    expect(await preview()).toContain(`<img data-picture="${id}" alt=`)
    const documentId = crypto.randomUUID()
    form.set('documentId', documentId)
    expect(await preview()).toContain(`/documents/${documentId}/files/${id}`)
  })
})

describe('what else an image could be', () => {
  const id = '0190f5e2-0000-7000-8000-000000000000'

  test.each([
    '![x](https://elsewhere.example/a.png)',
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml,<svg onload=alert(1)>)',
    '![x](file:///etc/passwd)',
    `![x](file:${id}/../../secret)`,
    `<img src="/documents/picture/${id}" onerror="alert(1)">`,
    '[x](javascript:alert(1)) <script>alert(1)</script>',
    '<a href="javascript:alert(1)">x</a> <iframe src="//x.example"></iframe>',
  ])('%s has no effect', async (text) => {
    const { html } = await renderArticle(text)
    expect(html).not.toMatch(/<(img|script|iframe|svg)|<[^>]*(onerror=|onload=|javascript:|"file:)/)
  })

  test('a message shows none', async () => {
    expect(await renderMarkdown(`![x](file:${id} "1x1")`)).not.toContain('<img')
  })

  test('words and sizes cannot leave their attributes', async () => {
    const { html } = await renderArticle(`![a" onerror="alert(1)](file:${id} "1x1 onload=x")`)
    expect(html).toBe(`<p><img src="/documents/picture/${id}" alt="a&#x22; onerror=&#x22;alert(1)"></p>`)
  })
})

test('each picture is named once, and at most fifty', () => {
  const id = '0190f5e2-0000-7000-8000-000000000000'
  const one = pictureMarkdown({ id, name: 'a [b].png', width: 0, height: 0 })
  expect(one).toBe(`![a b](file:${id})`)
  expect(pictureIds(`${one} ${one}`)).toHaveLength(1)
  const many = Array.from({ length: 60 }, () => `![x](file:${crypto.randomUUID()} "1x1")`)
  expect(pictureIds(many.join('\n'))).toHaveLength(50)
})
