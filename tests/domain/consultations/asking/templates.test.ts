import { beforeAll, describe, expect, test } from 'vitest'
import { retireTemplate, writeTemplate } from '#app/domain/consultations/asking/commands/templates.server.ts'
import { getTemplate, listTemplatesOf } from '#app/domain/consultations/asking/queries/templates.server.ts'
import { TemplateForm, type TemplateInput } from '#app/domain/consultations/asking/template-form.ts'
import { problemOf, type TemplateField } from '#app/domain/consultations/asking/templates.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { search } from '#app/domain/search/queries.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf } from '../support.ts'

const world = useWorld()
const given = {
  function: 'engineering',
  names: { en: 'Drive trip', zh: '变频器跳闸' },
  fields: [
    { kind: 'text', labels: { en: 'Fault code', zh: '故障代码' }, isRequired: 'on' },
    { kind: 'number', labels: { en: 'Ambient temperature', zh: '环境温度' }, unit: '°C' },
    { kind: 'choice', labels: { en: 'Mounting' }, choices: 'Wall\nFloor\n\nWall' },
    { kind: 'date', labels: { en: 'Since' } },
    { kind: 'text', labels: {} },
  ],
}
const form = (changes: object = {}): TemplateInput => TemplateForm.parse({ ...given, ...changes })
const write = (person: PersonName, id: string | null, input: TemplateInput) =>
  as(world.people[person], () => writeTemplate(world.people[person], id, input))
const retire = (person: PersonName, id: string, isRetired = true) =>
  as(world.people[person], () => retireTemplate(world.people[person], id, isRetired))
const seenBy = async (person: PersonName) =>
  (
    await as(world.people[person], () => listTemplatesOf(world.people[person], world.organizations.halden))
  ).map(({ id }) => id)

let template: string
beforeAll(async () => {
  template = await write('ingrid', null, form())
})

describe('writing templates', () => {
  test('members of the function and administrators; nobody else, and no customer', async () => {
    expect(await eventsOf(template)).toEqual(['questionTemplate.written'])
    const other = await write('admin', null, form({ function: 'logistics' }))
    await expect(write('ingrid', other, form())).rejects.toThrow(Forbidden)
    await expect(write('ingrid', template, form({ function: 'logistics' }))).rejects.toThrow(Forbidden)
    await expect(write('quinn', null, form())).rejects.toThrow(Forbidden)
    await expect(write('lin', null, form())).rejects.toThrow(Forbidden)
    await expect(retire('quinn', template)).rejects.toThrow(Forbidden)
    const row = {
      organizationId: world.organizations.halden,
      function: 'engineering' as const,
      names: { en: 'X' },
    }
    for (const name of ['quinn', 'lin', 'rui'] as const) {
      const { membershipId } = world.people[name]
      const data = { ...row, fields: [], updatedById: membershipId }
      await expect(
        as(world.people[name], () => prisma.consultationTemplate.create({ data })),
      ).rejects.toThrow()
    }
  })

  test('empty fields are left out, and each has an id of its own', () => {
    expect(form().fields.map(({ id, choices, unit }) => [id, choices, unit])).toEqual([
      ['f0', [], ''],
      ['f1', [], '°C'],
      ['f2', ['Wall', 'Floor'], ''],
      ['f3', [], ''],
    ])
    const cleared = form({ fields: [{ id: 'f1', labels: { en: 'A' } }, { labels: { en: 'B' } }] })
    expect(new Set(cleared.fields.map(({ id }) => id)).size).toBe(2)
  })

  test.each([
    ['without a name', { names: {} }],
    ['without a field', { fields: [{ labels: {} }] }],
    ['with one choice', { fields: [{ kind: 'choice', labels: { en: 'A' }, choices: 'Only' }] }],
    ['with 16 fields', { fields: Array.from({ length: 16 }, () => ({ labels: { en: 'A' } })) }],
    ['with a name of 81 characters', { names: { en: 'x'.repeat(81) } }],
    ['of no function', { function: 'sales' }],
  ])('a template %s is refused', (_, changes) => {
    expect(TemplateForm.safeParse({ ...given, ...changes }).success).toBe(false)
  })

  test('of two who change it at once, the second is told', async () => {
    const { revision } = await as(world.people.ingrid, () => getTemplate(world.people.ingrid, template))
    const changes = form({ revision })
    const both = await Promise.allSettled([
      write('ingrid', template, changes),
      write('dev', template, changes),
    ])
    const refused = both.filter((each) => each.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toBeInstanceOf(Conflict)
  })
})

describe('asking with a template', () => {
  const answers = { f0: 'F07', f1: '1 045,5', f2: 'Floor', f3: '2026-03-01' }

  test('what was filled in stands in the thread, in the words of then, and is found', async () => {
    const { lin, ingrid, rui } = world.people
    const id = await ask(lin, world.accounts.lumen, { templateId: template, answers })
    await write('ingrid', template, form({ names: { en: 'Renamed' }, fields: [{ labels: { en: 'Other' } }] }))
    const thread = await as(ingrid, async () => viewThread(ingrid, await getThread(ingrid, id)))
    expect(thread.sheet).toEqual({
      name: 'Drive trip',
      rows: [
        { label: 'Fault code', value: 'F07', unit: '' },
        { label: 'Ambient temperature', value: '1 045,5', unit: '°C' },
        { label: 'Mounting', value: 'Floor', unit: '' },
        { label: 'Since', value: '2026-03-01', unit: '' },
      ],
    })
    await write('ingrid', template, form())
    const found = (person: typeof lin) =>
      as(person, () =>
        search(person, { text: 'ambient 1045 mounting floor', kind: 'consultation', limit: 5 }),
      )
    const looked = (person: typeof lin) =>
      as(person, () => search(person, { text: 'mounting floor', kind: 'consultation', limit: 5 }))
    expect((await looked(lin)).groups[0]?.results.map(({ subjectId }) => subjectId)).toEqual([id])
    expect((await looked(rui)).groups).toEqual([])
    expect((await found(rui)).groups).toEqual([])
    await expect(unscopedPrisma().consultationSheet.deleteMany()).rejects.toThrow()
  })

  test('in the language of whoever fills it in', async () => {
    const chen = { ...world.people.chen, language: 'zh' }
    const id = await ask(chen, world.accounts.lumen, { templateId: template, answers: { f0: 'F07' } })
    const sheet = await unscopedPrisma().consultationSheet.findUniqueOrThrow({
      where: { consultationId: id },
    })
    expect(sheet).toMatchObject({ name: '变频器跳闸', rows: [{ label: '故障代码', value: 'F07' }] })
  })

  test('a required field left empty, a retired template and one of nobody are refused, and nothing is stored', async () => {
    const { lin } = world.people
    const { lumen } = world.accounts
    const before = await unscopedPrisma().consultation.count()
    const refused = ask(lin, lumen, { templateId: template, answers: { f0: '  ' } })
    await expect(refused).rejects.toMatchObject({ field: 'answers.f0' })
    await retire('dev', template)
    expect(await seenBy('lin')).not.toContain(template)
    await expect(ask(lin, lumen, { templateId: template, answers })).rejects.toThrow(Invalid)
    await expect(as(lin, () => getTemplate(lin, template))).rejects.toThrow(NotFound)
    await retire('dev', template, false)
    expect(await seenBy('lin')).toContain(template)
    await expect(ask(lin, lumen, { templateId: crypto.randomUUID() })).rejects.toThrow(Invalid)
    expect(await unscopedPrisma().consultation.count()).toBe(before)
  })
})

describe('what a field takes', () => {
  const field = (changes: Partial<TemplateField>): TemplateField => ({
    ...{ id: 'f0', kind: 'text', labels: { en: 'A' }, hint: '', unit: '', choices: [], isRequired: false },
    ...changes,
  })
  test.each([
    ['', {}, null],
    ['', { isRequired: true }, 'common:error.required'],
    ['x'.repeat(301), {}, 'asking:error.tooLong'],
    ['x'.repeat(301), { kind: 'longText' }, null],
    ['-12.5', { kind: 'number' }, null],
    ["1'200,5", { kind: 'number' }, null],
    ['about 12', { kind: 'number' }, 'asking:error.number'],
    ['2026-02-30', { kind: 'date' }, null],
    ['2026-13-01', { kind: 'date' }, 'asking:error.date'],
    ['01.02.2026', { kind: 'date' }, 'asking:error.date'],
    ['Roof', { kind: 'choice', choices: ['Wall', 'Floor'] }, 'common:error.choose'],
  ] as [string, Partial<TemplateField>, string | null][])('%j', (value, changes, problem) => {
    expect(problemOf(field(changes), value)).toBe(problem)
  })
})
