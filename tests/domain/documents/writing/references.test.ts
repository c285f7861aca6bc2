import { beforeAll, describe, expect, test } from 'vitest'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { DocumentForm } from '#app/domain/documents/forms.ts'
import { getDraftTable } from '#app/domain/documents/parameters/queries.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { suggestReferences } from '#app/domain/documents/writing/queries/references.server.ts'
import { renderText } from '#app/domain/documents/writing/render.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { as, note, release, released } from '../notes.ts'

useTestDatabase()
let world: World
let forLumen: string
beforeAll(async () => {
  world = await createWorld()
  const { ingrid, dev } = world.people
  const reach = { accountIds: [world.accounts.lumen], functions: ['engineering' as const] }
  forLumen = await released(ingrid, dev, { ...reach, title: 'Losses <b> & more' })
})

const html = async (name: PersonName, text: string) =>
  (
    await as(world.people[name], (actor) =>
      renderText(actor, { organizationId: world.organizations.halden }, text),
    )
  ).html

describe('a reference', () => {
  test('is a link with number and title for whoever may see the document, else the number', async () => {
    const link = `<p>See <a href="/documents/${forLumen}/parameters#P_N">TN-0001 Losses &lt;b&gt; &amp; more · P_N</a>.</p>`
    expect(await html('ingrid', 'See [[TN-1#P_N]].')).toBe(link)
    expect(await html('lin', 'See [[TN-0001#P_N]].')).toBe(link)
    for (const name of ['chen', 'rui', 'lumenAdmin'] as const) {
      expect(await html(name, 'See [[TN-0001#P_N]].')).toBe('<p>See TN-0001 · P_N.</p>')
    }
  })

  test('names a version that the reader sees; of an unknown one it leads to the version in force', async () => {
    expect(await html('lin', '[[TN-0001@1]]')).toContain(`/documents/${forLumen}?version=1"`)
    expect(await html('lin', '[[TN-0001@9]]')).toContain(`/documents/${forLumen}"`)
    expect(await html('lin', '[[XX-0001]] and [[TN-7777]]')).toBe('<p>XX-0001 and TN-7777</p>')
  })

  test.each(['`[[TN-0001]]`', '```\n[[TN-0001]]\n```', '[a [[TN-0001]] b](https://x.example)'])(
    'is none in %s',
    async (text) => {
      expect(await html('ingrid', text)).not.toContain('/documents/')
    },
  )
})

test('on the page of a released version, what cannot be seen is no link; nothing more is asked for it', async () => {
  const { ingrid, dev, lin, rui } = world.people
  const reach = { everyAccount: true, functions: ['engineering' as const] }
  const id = await released(ingrid, dev, { ...reach, body: '[[TN-0001@1#P_N]], [[TN-0001]], [[TN-7777]].' })
  const page = (actor: typeof lin) => as(actor, () => getVersionPage(actor, id, null))
  const title = 'TN-0001 Losses &lt;b&gt; &amp; more'
  expect((await page(lin)).version.article.html).toBe(
    `<p><a href="/documents/${forLumen}/parameters?version=1#P_N">${title} · P_N</a>, ` +
      `<a href="/documents/${forLumen}">${title}</a>, TN-7777.</p>`,
  )
  expect((await page(rui)).version.article.html).toBe('<p>TN-0001 · P_N, TN-0001, TN-7777.</p>')
})

test('writers are offered their documents; nobody else is', async () => {
  const { ingrid, marcus, lin } = world.people
  expect(await as(ingrid, () => suggestReferences(ingrid, 'losses'))).toMatchObject([
    { insert: '[[TN-0001]]' },
  ])
  expect(await as(ingrid, () => suggestReferences(ingrid, 'TN-1'))).toMatchObject([{ insert: '[[TN-0001]]' }])
  const begun = await as(ingrid, () => suggestReferences(ingrid, 'tn-00'))
  expect(begun.map(({ insert }) => insert)).toContain('[[TN-0001]]')
  expect(await as(ingrid, () => suggestReferences(ingrid, 'TN-09'))).toEqual([])
  expect((await as(ingrid, () => suggestReferences(ingrid, ''))).length).toBeLessThanOrEqual(12)
  for (const actor of [marcus, lin]) {
    await expect(as(actor, () => suggestReferences(actor, ''))).rejects.toThrow(Forbidden)
  }
})

test('a symbol or name asks for parameters, a number with # for those of one document', async () => {
  const { ingrid, dev } = world.people
  const { id } = await as(dev, () => createDocument(dev, note({ title: 'Ratings' })))
  const { version } = await as(dev, () => getDraftTable(dev, id))
  const lines = [
    { symbol: 'P_N', name: 'Rated power', typ: '7.5', unit: 'kW' },
    { symbol: 'I_N', name: 'Rated current', typ: '16', unit: 'A' },
  ]
  const { organizationId } = dev
  await unscopedPrisma().documentParameter.createMany({
    data: lines.map((line, position) => ({
      ...line,
      ...{ versionId: version.id, documentId: id, organizationId, position },
    })),
  })
  const suggest = (query: string) => as(ingrid, () => suggestReferences(ingrid, query))
  const { number } = (await as(ingrid, () => getVersionPage(ingrid, id, 1))).document
  expect(await suggest(`${number}#P`)).toMatchObject([{ insert: `[[${number}#P_N]]`, title: 'Rated power' }])
  expect(await suggest(`${number}@1#`)).toHaveLength(2)
  expect(await suggest('rated')).toEqual([])
  await as(dev, () => submitVersion(dev, id))
  await release(ingrid, id)
  expect(await suggest('rated')).toMatchObject([{ name: `${number} · P_N` }, { name: `${number} · I_N` }])
  expect(await html('ingrid', `[[${number}#P_N]]`)).toContain(`/documents/${id}/parameters#P_N"`)
})

test('NUL bytes and other control characters are left out of the text of a form', () => {
  const typed = { ...note(), keywords: '', body: 'a\0b\u0007\tc\n' }
  expect(DocumentForm.parse(typed).body).toBe('ab\tc\n')
  expect(DocumentForm.safeParse({ ...typed, body: '\0' }).success).toBe(false)
})
