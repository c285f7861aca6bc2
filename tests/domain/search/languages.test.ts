import { beforeAll, expect, test } from 'vitest'
import { search } from '#app/domain/search/queries.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()

const bodies: Record<string, [language: string, body: string]> = {
  english: ['en', 'The converters were “overheating” — see derating in CMD-075-4, 3.5 kW.'],
  portuguese: ['pt', 'As configurações térmicas da refrigeração, conforme a norma.'],
  russian: ['ru', '«Перегрев» преобразователей: надёжность проверьте, привод.'],
  chinese: ['zh', '变频器散热不良，请检查风扇（CMD-110-2）。'],
}

let world: World
const names = new Map<string, string>()
beforeAll(async () => {
  world = await createWorld()
  let number = 0
  for (const [name, [language, body]] of Object.entries(bodies)) {
    const { lin } = world.people
    const consultation = await unscopedPrisma().consultation.create({
      data: {
        accountId: world.accounts.lumen,
        organizationId: world.organizations.halden,
        number: ++number,
        subject: `Subject ${number}`,
        function: 'engineering',
        language,
        askedById: lin.membershipId,
      },
    })
    const { id } = await unscopedPrisma().message.create({
      data: {
        consultationId: consultation.id,
        accountId: world.accounts.lumen,
        authorId: lin.membershipId,
        body,
        language,
      },
    })
    names.set(id, name)
  }
})

async function ask(text: string) {
  const { lin } = world.people
  return runAsActor(lin.membershipId, () => search(lin, { text, kind: 'message', limit: 10 }))
}

test.each([
  ['converter', 'english'],
  ['overheated', 'english'],
  ['derat', 'english'],
  ['cmd-075', 'english'],
  ['CMD-07', 'english'],
  ['075-4', 'english'],
  ['3.5 kw', 'english'],
  ['configuração', 'portuguese'],
  ['configuracoes', 'portuguese'],
  ['refrigeracao', 'portuguese'],
  ['térmica', 'portuguese'],
  ['приводом', 'russian'],
  ['преобразователь', 'russian'],
  ['надежности', 'russian'],
  ['прив', 'russian'],
  ['散热', 'chinese'],
  ['变频器散热', 'chinese'],
  ['扇', 'chinese'],
  ['风扇 CMD-110', 'chinese'],
])('%s finds the %s text', async (text, name) => {
  const { groups } = await ask(text)
  expect(groups.flatMap((group) => group.results.map((result) => names.get(result.id)))).toEqual([name])
  const pieces = groups[0]?.results[0]?.excerpt ?? []
  expect(pieces.some((piece) => piece.isFound)).toBe(true)
  expect(pieces.map((piece) => piece.text).join('').length).toBeGreaterThan(20)
})

test.each(['频变', '075-9', 'converter привод', '%', "'", '\\', 'a:* | b', '1) or (1=1', ' '])(
  '%s finds nothing and breaks nothing',
  async (text) => {
    expect((await ask(text)).groups).toEqual([])
  },
)

test('a number leads to its record, for those who see it', async () => {
  const { lin, rui } = world.people
  const asked = { text: 'C-2', kind: null, limit: 4 }
  const { numbered } = await runAsActor(lin.membershipId, () => search(lin, asked))
  expect(numbered.map(({ number }) => number)).toEqual(['C-0002'])
  expect((await runAsActor(rui.membershipId, () => search(rui, asked))).numbered).toEqual([])
})
