import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import type { DocumentFilters } from '#app/domain/documents/filters.ts'
import { getDraft } from '#app/domain/documents/queries/draft.server.ts'
import { listDocuments } from '#app/domain/documents/queries/list.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { releaseTranslation } from '#app/domain/documents/translations/commands/release.server.ts'
import { writeTranslation } from '#app/domain/documents/translations/commands/write.server.ts'
import { getTranslation } from '#app/domain/documents/translations/queries/edit.server.ts'
import { listTranslations } from '#app/domain/documents/translations/queries/overview.server.ts'
import { bestLanguage } from '#app/domain/documents/translations/translation.ts'
import type { Language } from '#app/i18n/languages.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventTypes, note, release, released } from '../notes.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const body = '# Losses\n\nCopper.\n\n# Test\n\nIEC.'
const chinese = { title: '电机效率', sections: '# 损耗\n\n铜损。\n\n# 试验\n\nIEC。', changeNote: '' }

const begun = () => {
  const { ingrid, dev } = world.people
  const reach = { accountIds: [world.accounts.lumen], functions: ['engineering' as const] }
  return released(ingrid, dev, { ...reach, body })
}
const seen = async (id: string, language: Language) => {
  const { dev } = world.people
  const { seenAt } = await as(dev, () => getTranslation(dev, id, language))
  if (!seenAt) throw new Error('there is none')
  return seenAt
}
const states = async (id: string) => {
  const { dev } = world.people
  const { rows } = await as(dev, () => listTranslations(dev, id))
  return Object.fromEntries(rows.map((row) => [row.language, row.state]))
}

describe('a translation', () => {
  test('is read once somebody else has released it, by those who read its language', async () => {
    const { ingrid, dev, lin, rui } = world.people
    const reader = { ...lin, language: 'zh' as const }
    const id = await begun()
    const page = (language: string | null = null) =>
      as(reader, () => getVersionPage(reader, id, { number: null, language }))
    expect((await page()).version.shown).toMatchObject({ language: 'en', isOwnMissing: true })
    await as(ingrid, () => writeTranslation(ingrid, id, 'zh', chinese))
    expect((await page('zh')).version.shown).toMatchObject({ language: 'en', languages: ['en'] })
    const input = { language: 'zh' as const, seenAt: await seen(id, 'zh') }
    await expect(as(ingrid, () => releaseTranslation(ingrid, id, input))).rejects.toThrow(Forbidden)
    await as(dev, () => releaseTranslation(dev, id, input))
    const shown = (await page()).version
    expect(shown.shown).toMatchObject({ language: 'zh', title: '电机效率', isTranslation: true })
    expect(shown.article.html).toContain('铜损')
    expect((await page('en')).version.article.html).toContain('Copper')
    expect((await as(lin, () => getVersionPage(lin, id, null))).version.shown.language).toBe('en')
    const listed = async (actor: Actor, filters: DocumentFilters) => {
      const { items } = await as(actor, () => listDocuments(actor, filters))
      return items.find((each) => each.id === id)?.title
    }
    expect(await listed(reader, { q: '效率' })).toBe('电机效率')
    expect(await listed(lin, { language: 'zh' })).toBe(note().title)
    expect(await listed(lin, { q: '效率' })).toBeUndefined()
    expect(await listed({ ...rui, language: 'zh' }, {})).toBeUndefined()
    expect(await listed(ingrid, {})).toBe(note().title)
    expect(await eventTypes(id)).toEqual(expect.arrayContaining(['translated', 'translationReleased']))
  })

  test('is taken over by the next version, outdated from its first change on until it is confirmed', async () => {
    const { ingrid, dev } = world.people
    const id = await begun()
    await as(ingrid, () => writeTranslation(ingrid, id, 'zh', chinese))
    await as(ingrid, () => startVersion(ingrid, id))
    expect(await states(id)).toEqual({ en: 'original', pt: 'missing', ru: 'missing', zh: 'draft' })
    const { seenAt } = await as(ingrid, () => getDraft(ingrid, id))
    await as(ingrid, () => editDraft(ingrid, id, { ...note({ body: `${body} 2024` }), seenAt }))
    expect((await states(id)).zh).toBe('outdated')
    expect((await as(dev, () => getVersionPage(dev, id, 2))).version.shown.outdated).toBe(1)
    await as(ingrid, () => submitVersion(ingrid, id))
    await release(dev, id)
    const outdated = { language: 'zh' as const, seenAt: await seen(id, 'zh') }
    await expect(as(dev, () => releaseTranslation(dev, id, outdated))).rejects.toThrow(
      'translations:error.outdated',
    )
    await as(ingrid, () => writeTranslation(ingrid, id, 'zh', { ...chinese, seenAt: outdated.seenAt }))
    expect((await states(id)).zh).toBe('draft')
    await as(dev, async () => releaseTranslation(dev, id, { language: 'zh', seenAt: await seen(id, 'zh') }))
    expect((await states(id)).zh).toBe('released')
  })

  test('is fixed once it is released, and two at once do not overwrite each other', async () => {
    const { ingrid, dev, quinn, marcus } = world.people
    const id = await begun()
    await as(ingrid, () => writeTranslation(ingrid, id, 'pt', chinese))
    await expect(as(quinn, () => writeTranslation(quinn, id, 'pt', chinese))).rejects.toThrow(Conflict)
    await expect(as(marcus, () => writeTranslation(marcus, id, 'ru', chinese))).rejects.toThrow(Forbidden)
    const seenAt = await seen(id, 'pt')
    await as(dev, () => releaseTranslation(dev, id, { language: 'pt', seenAt }))
    await expect(
      as(ingrid, () => writeTranslation(ingrid, id, 'pt', { ...chinese, seenAt })),
    ).rejects.toThrow('translations:error.released')
    const rows = unscopedPrisma().documentTranslation
    const where = { documentId: id }
    await expect(rows.updateMany({ where, data: { body: 'x' } })).rejects.toThrow('immutable')
    await expect(rows.deleteMany({ where })).rejects.toThrow('immutable')
  })

  test('of a version that is not released waits for it; sections stand beside those of the original', async () => {
    const { ingrid, dev } = world.people
    const id = await begun()
    await as(ingrid, () => startVersion(ingrid, id))
    await as(ingrid, () => writeTranslation(ingrid, id, 'zh', chinese))
    const input = { language: 'zh' as const, seenAt: await seen(id, 'zh') }
    await expect(as(dev, () => releaseTranslation(dev, id, input))).rejects.toThrow('versionFirst')
    const { sections } = await as(dev, () => getTranslation(dev, id, 'zh'))
    expect(sections.map((each) => each.text)).toEqual(['# 损耗\n\n铜损。', '# 试验\n\nIEC。'])
  })
})

test.each([
  [{ asked: null, own: 'zh' }, ['zh'], 'zh'],
  [{ asked: 'pt', own: 'zh' }, ['zh', 'pt'], 'pt'],
  [{ asked: 'ru', own: 'zh' }, ['zh'], 'zh'],
  [{ asked: null, own: 'ru' }, ['zh'], 'en'],
])('%j of %j: %s', (wanted, there, language) => {
  expect(bestLanguage(wanted, 'en', there)).toBe(language)
})
