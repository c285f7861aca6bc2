import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  addItem,
  assignItem,
  moveItem,
  removeItem,
  tickItem,
} from '#app/domain/consultations/checklists/commands/items.server.ts'
import { startChecklist } from '#app/domain/consultations/checklists/commands/start.server.ts'
import {
  retireChecklistTemplate,
  writeChecklistTemplate,
} from '#app/domain/consultations/checklists/commands/templates.server.ts'
import { ChecklistTemplateForm, StartForm } from '#app/domain/consultations/checklists/forms.ts'
import { openChecklists } from '#app/domain/consultations/checklists/queries/checklists.server.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf } from '../support.ts'

const world = useWorld()
let id: string

const start = (actor: Actor, lane: MessageLane, changes: object = {}) =>
  as(actor, () =>
    startChecklist(
      actor,
      id,
      StartForm.parse({ lane, name: 'Before release', items: 'Measure\n\n Compare \nSign', ...changes }),
    ),
  )
const open = (actor: Actor) => as(actor, () => openChecklists(actor, id))
const listOf = async (actor: Actor, checklistId: string) =>
  (await open(actor)).checklists.find((each) => each.id === checklistId)
const itemsOf = async (actor: Actor, checklistId: string) => (await listOf(actor, checklistId))?.items ?? []
const texts = async (actor: Actor, checklistId: string) =>
  (await itemsOf(actor, checklistId)).map(({ text }) => text)
const place = async (actor: Actor, checklistId: string, text: string) => {
  const item = (await itemsOf(actor, checklistId)).find((each) => each.text === text)
  return { consultationId: id, itemId: item?.id ?? '' }
}
const progress = async (actor: Actor) =>
  (await as(actor, async () => viewThread(actor, await getThread(actor, id)))).checklists

beforeAll(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})

describe('a checklist of one side', () => {
  test('is read and kept by that side alone, by scope and by row-level security', async () => {
    const { ingrid, dev, lin, chen, rui } = world.people
    const internal = await start(ingrid, 'internal')
    const own = await start(lin, 'private', { name: 'Ours' })
    expect(await texts(dev, internal)).toEqual(['Measure', 'Compare', 'Sign'])
    expect(await listOf(lin, internal)).toBeUndefined()
    expect(await listOf(ingrid, own)).toBeUndefined()
    expect(await listOf(chen, own)).toMatchObject({ name: 'Ours' })
    const lanes = (actor: Actor) =>
      as(actor, async () => (await prisma.consultationChecklist.findMany()).map(({ lane }) => lane))
    expect(await lanes(lin)).toEqual(['private'])
    expect(await lanes(ingrid)).toEqual(['internal'])
    expect(await as(rui, () => prisma.checklistItem.findMany())).toEqual([])
    const item = await place(ingrid, internal, 'Measure')
    await expect(as(lin, () => tickItem(lin, item, true))).rejects.toThrow(NotFound)
    await expect(as(rui, () => openChecklists(rui, id))).rejects.toThrow(NotFound)
    await expect(start(lin, 'internal')).rejects.toThrow(Forbidden)
    const sides = await unscopedPrisma().event.findMany({
      where: { subjectId: id, type: 'consultation.checklistStarted' },
      select: { side: true },
      orderBy: { id: 'asc' },
    })
    expect(sides).toEqual([{ side: 'supplier' }, { side: 'customer' }])
  })

  test('of both sides only where that was chosen; either ticks it', async () => {
    const { ingrid, lin } = world.people
    const shared = await start(ingrid, 'shared', { name: 'Sample approval' })
    await as(lin, async () => tickItem(lin, await place(lin, shared, 'Measure'), true))
    const [first] = await itemsOf(ingrid, shared)
    expect(first).toMatchObject({ doneBy: { name: lin.name } })
    expect(await progress(ingrid)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Sample approval', done: 1, of: 3, lane: 'shared' }),
      ]),
    )
  })
})

describe('items', () => {
  test('are done by whom and when, once, and not done after all', async () => {
    const { ingrid, dev } = world.people
    const list = await start(ingrid, 'internal')
    const item = await place(ingrid, list, 'Compare')
    await as(dev, () => tickItem(dev, item, true))
    await as(ingrid, () => tickItem(ingrid, item, true))
    expect((await itemsOf(ingrid, list))[1]).toMatchObject({
      doneBy: { name: dev.name },
      doneAt: expect.any(Date),
    })
    await expect(as(ingrid, () => removeItem(ingrid, item))).rejects.toThrow(Conflict)
    await as(ingrid, () => tickItem(ingrid, item, false))
    expect((await itemsOf(ingrid, list))[1]).toMatchObject({ doneBy: null, doneAt: null })
    expect((await eventsOf(id)).filter((type) => type === 'checklistTicked').length).toBeGreaterThanOrEqual(2)
    await as(ingrid, () => removeItem(ingrid, item))
    expect(await texts(ingrid, list)).toEqual(['Measure', 'Sign'])
  })

  test('are added, and change places; the ends stay where they are', async () => {
    const { ingrid } = world.people
    const list = await start(ingrid, 'internal')
    await as(ingrid, () => addItem(ingrid, { consultationId: id, checklistId: list }, 'File'))
    const move = async (text: string, direction: 'up' | 'down') =>
      as(ingrid, async () => moveItem(ingrid, await place(ingrid, list, text), direction))
    await move('File', 'up')
    await move('Measure', 'down')
    await move('File', 'down')
    await move('File', 'down')
    expect(await texts(ingrid, list)).toEqual(['Compare', 'Measure', 'Sign', 'File'])
  })

  test('are given to whoever reads the list, who hears of it', async () => {
    const { ingrid, dev, lin } = world.people
    const list = await start(ingrid, 'internal')
    const item = await place(ingrid, list, 'Sign')
    await as(ingrid, () => assignItem(ingrid, item, dev.membershipId))
    expect((await itemsOf(ingrid, list))[2]).toMatchObject({ assignee: { name: dev.name } })
    await expect(as(ingrid, () => assignItem(ingrid, item, lin.membershipId))).rejects.toThrow(Invalid)
    // Past the command.
    const past = (data: object) =>
      as(ingrid, () => prisma.checklistItem.update({ where: { id: item.itemId }, data }))
    await expect(past({ assigneeId: lin.membershipId })).rejects.toThrow()
    await expect(past({ doneById: dev.membershipId, doneAt: new Date() })).rejects.toThrow()
    await expect(past({ text: 'Do not sign' })).rejects.toThrow()
    await as(ingrid, () => assignItem(ingrid, item, null))
  })

  test('bad input is told, and nothing is kept', () => {
    const problems = (changes: object) =>
      StartForm.safeParse({ lane: 'internal', name: 'A', items: 'B', ...changes }).error?.issues.length ?? 0
    expect(problems({ items: '' })).toBeGreaterThan(0)
    expect(problems({ name: '' })).toBeGreaterThan(0)
    expect(problems({ items: Array.from({ length: 51 }, () => 'x').join('\n') })).toBeGreaterThan(0)
    expect(problems({ items: 'x'.repeat(201) })).toBeGreaterThan(0)
    expect(problems({ lane: 'theirs' })).toBeGreaterThan(0)
    expect(problems({})).toBe(0)
  })
})

describe('templates', () => {
  const template = ChecklistTemplateForm.parse({
    name: '8D',
    function: 'quality',
    items: 'Contain\nFind the cause',
  })

  test('are kept by administrators and account managers, offered to the function, and change no list that there is', async () => {
    const { admin, marcus, quinn, ingrid, lin, lumenAdmin } = world.people
    const templateId = await as(admin, () => writeChecklistTemplate(admin, null, template))
    expect((await open(quinn)).templates.map(({ name }) => name)).toContain('8D')
    expect((await open(ingrid)).templates).toEqual([])
    const list = await start(quinn, 'internal', { templateId, name: undefined, items: undefined })
    const changed = { ...template, items: ['Contain'], revision: 1 }
    await as(marcus, () => writeChecklistTemplate(marcus, templateId, changed))
    await expect(as(admin, () => writeChecklistTemplate(admin, templateId, changed))).rejects.toThrow(
      Conflict,
    )
    expect(await texts(quinn, list)).toEqual(['Contain', 'Find the cause'])
    await expect(as(quinn, () => writeChecklistTemplate(quinn, null, template))).rejects.toThrow(Forbidden)
    await expect(
      as(lumenAdmin, () => writeChecklistTemplate(lumenAdmin, templateId, template)),
    ).rejects.toThrow(NotFound)
    await expect(start(ingrid, 'internal', { templateId })).rejects.toThrow(Invalid)
    await expect(start(lin, 'private', { templateId })).rejects.toThrow(Invalid)
    await as(admin, () => retireChecklistTemplate(admin, templateId, true))
    expect((await open(quinn)).templates).toEqual([])
  })
})
