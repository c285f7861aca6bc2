import { beforeAll, describe, expect, test } from 'vitest'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { releaseTranslation } from '#app/domain/documents/translations/commands/release.server.ts'
import { writeTranslation } from '#app/domain/documents/translations/commands/write.server.ts'
import { getTranslation } from '#app/domain/documents/translations/queries/edit.server.ts'
import { search } from '#app/domain/search/queries.server.ts'
import { hrefOfResult } from '#app/domain/search/result.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { as, release, released } from '../documents/notes.ts'

useTestDatabase()
let world: World
let id: string
beforeAll(async () => {
  world = await createWorld()
  const { ingrid, dev } = world.people
  const reach = { accountIds: [world.accounts.lumen], functions: ['engineering' as const] }
  id = await released(ingrid, dev, { ...reach, title: 'Losses', body: 'Copper and hafnium.' })
  const input = { title: '电机效率', sections: '铜损与铪。', changeNote: '' }
  await as(ingrid, () => writeTranslation(ingrid, id, 'zh', input))
})

async function found(name: PersonName, text: string, language?: string) {
  const actor = world.people[name]
  const asked = { text, kind: null, limit: 10, filter: language ? { language } : {} }
  const { groups } = await as(actor, () => search(actor, asked))
  return groups.flatMap(({ results }) => results)
}

describe('a translation', () => {
  test('is found once it is released, by those who see its version', async () => {
    const { dev } = world.people
    expect(await found('lin', '铜损')).toEqual([])
    expect(await found('ingrid', '铜损')).toEqual([])
    await as(dev, async () => {
      const { seenAt } = await getTranslation(dev, id, 'zh')
      if (seenAt) await releaseTranslation(dev, id, { language: 'zh', seenAt })
    })
    const [result, ...others] = await found('lin', '铜损')
    expect(others).toEqual([])
    expect(result).toMatchObject({ subjectId: id, language: 'zh', title: [{ text: '电机效率' }] })
    expect(result && hrefOfResult(result)).toBe(`/documents/${id}?language=zh`)
    expect(await found('ingrid', '效率')).toHaveLength(1)
    for (const nobody of ['chen', 'lumenAdmin', 'rui', 'sofia'] as const) {
      expect(await found(nobody, '铜损')).toEqual([])
      expect(await found(nobody, '效率')).toEqual([])
    }
  })

  test('is one hit with its original, and belongs to its own language', async () => {
    expect(await found('lin', 'hafnium')).toMatchObject([{ subjectId: id, language: null }])
    expect(await found('lin', '铜损', 'zh')).toHaveLength(1)
    expect(await found('lin', '铜损', 'en')).toEqual([])
    expect(await found('lin', 'hafnium', 'zh')).toEqual([])
  })

  test('the inner function alone finds nothing beyond row-level security', async () => {
    const ask = (name: PersonName) =>
      as(
        world.people[name],
        () => prisma.$queryRaw<unknown[]>`
          SELECT * FROM app_search_translations(app_search_query('''铜损''', false), NULL, '{engineering}', '{}'::jsonb, 10)`,
      )
    expect(await ask('lin')).toHaveLength(1)
    expect(await ask('rui')).toEqual([])
  })

  test('goes with its version: the text of a superseded one is not found', async () => {
    const { ingrid, dev } = world.people
    await as(ingrid, () => startVersion(ingrid, id))
    await as(ingrid, () => submitVersion(ingrid, id))
    await release(dev, id)
    expect(await found('lin', '铜损')).toEqual([])
    expect(await found('ingrid', '铜损')).toEqual([])
  })
})
