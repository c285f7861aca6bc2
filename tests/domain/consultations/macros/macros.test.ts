import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { sendWithMacro } from '#app/domain/consultations/macros/commands/send.server.ts'
import { retireMacro, writeMacro } from '#app/domain/consultations/macros/commands/write.server.ts'
import { MacroForm } from '#app/domain/consultations/macros/forms.ts'
import { listMacros } from '#app/domain/consultations/macros/queries/macros.server.ts'
import { listOffered } from '#app/domain/consultations/macros/queries/offered.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from '../support.ts'

const world = useWorld()
let id: string

const texts = {
  en: 'Hello {{asker.name}}: which firmware has {{product}}?',
  zh: '{{asker.name}}：{{product}} 的固件版本？',
}
const write = (actor: Actor, changes: object = {}, macroId: string | null = null) =>
  as(actor, () =>
    writeMacro(
      actor,
      macroId,
      MacroForm.parse({ name: 'Firmware', reach: 'organization', texts, ...changes }),
    ),
  )
const offered = async (actor: Actor, lane: MessageLane = 'shared', consultation = id) =>
  (await as(actor, () => listOffered(actor, consultation, lane))).macros
const names = async (actor: Actor) => (await as(actor, () => listMacros(actor))).map(({ name }) => name)
const send = (actor: Actor, macroId: string, lane: MessageLane = 'shared') =>
  as(actor, () => sendWithMacro(actor, id, macroId, { lane, body: 'Which firmware?', fileIds: [] }))

beforeAll(async () => {
  id = await ask(world.people.lin, world.accounts.lumen, { subject: '变频器跳闸', body: '报 F07' })
})

describe('who keeps a macro', () => {
  test('one’s own everybody; a function’s its members; a team’s its members; everybody’s account managers and administrators', async () => {
    const { ingrid, marcus, admin, tomas, quinn, lin, lumenAdmin } = world.people
    const team = { reach: 'team', accountId: world.accounts.lumen }
    await write(tomas, { reach: 'personal', name: 'Own' })
    await write(ingrid, { reach: 'function', function: 'engineering', name: 'Engineers' })
    await write(ingrid, { ...team, name: 'Team of Lumen' })
    await write(marcus, { name: 'All' })
    await write(admin, { reach: 'function', function: 'quality', name: 'Quality' })
    await write(lumenAdmin, { name: 'Lumen’s' })
    for (const [actor, changes] of [
      [tomas, { reach: 'function', function: 'engineering' }],
      [ingrid, {}],
      [quinn, team],
      [lin, {}],
      [lin, team],
    ] as const)
      await expect(write(actor, changes)).rejects.toThrow(Forbidden)
    const unseen = { reach: 'team', accountId: world.accounts.aurora }
    await expect(write(ingrid, unseen)).rejects.toThrow(Invalid)
  })

  test('is of one side of one organization: no customer sees the supplier’s, nor the other way', async () => {
    const { ingrid, tomas, lin, rui, marcus } = world.people
    expect(await names(tomas)).toEqual(expect.arrayContaining(['Own', 'All', 'Engineers', 'Team of Lumen']))
    expect(await names(ingrid)).not.toContain('Own')
    expect(await names(lin)).toEqual(['Lumen’s'])
    expect(await names(rui)).toEqual([])
    const mine = await write(lin, { reach: 'personal', name: 'Of Lin' })
    expect(await as(marcus, () => prisma.consultationMacro.findFirst({ where: { id: mine } }))).toBeNull()
    await expect(write(ingrid, { reach: 'personal' }, mine)).rejects.toThrow(NotFound)
  })

  test('of two who change one at once the second is told; retired ones are not offered', async () => {
    const { marcus, ingrid } = world.people
    const macroId = await write(marcus, { name: 'Twice' })
    await write(marcus, { name: 'Twice', revision: 1 }, macroId)
    await expect(write(marcus, { name: 'Thrice', revision: 1 }, macroId)).rejects.toThrow(Conflict)
    await expect(as(ingrid, () => retireMacro(ingrid, macroId, true))).rejects.toThrow(Forbidden)
    await as(marcus, () => retireMacro(marcus, macroId, true))
    expect((await offered(ingrid)).map(({ name }) => name)).not.toContain('Twice')
    await as(marcus, () => retireMacro(marcus, macroId, false))
    expect(await eventsOf(macroId)).toEqual([
      'macro.written',
      'macro.written',
      'macro.retired',
      'macro.restored',
    ])
  })
})

describe('in a consultation', () => {
  test('it is filled in, in the language of the question for both sides and in one’s own for a note', async () => {
    const { ingrid } = world.people
    const shared = (await offered(ingrid)).find(({ name }) => name === 'All')
    expect(shared).toMatchObject({ language: 'zh' })
    expect(shared?.texts.find(({ language }) => language === 'zh')).toEqual({
      ...{ language: 'zh', text: '林晓：⟦product⟧ 的固件版本？', unfilled: ['product'] },
    })
    expect((await offered(ingrid, 'internal')).find(({ name }) => name === 'All')?.language).toBe('en')
  })

  test('a function’s is offered to its members, a team’s in its account alone, and nothing where one may not write', async () => {
    const { ingrid, tomas, quinn, lin, rui, marcus } = world.people
    const of = async (actor: Actor) => (await offered(actor)).map(({ name }) => name)
    expect(await of(ingrid)).toEqual(expect.arrayContaining(['Engineers', 'Team of Lumen', 'All']))
    expect(await of(tomas)).not.toContain('Engineers')
    expect(await of(quinn)).not.toContain('Team of Lumen')
    const auroras = await ask(rui, world.accounts.aurora)
    expect((await offered(marcus, 'shared', auroras)).map(({ name }) => name)).not.toContain('Team of Lumen')
    await expect(offered(rui)).rejects.toThrow(NotFound)
    await expect(offered(lin, 'internal')).rejects.toThrow(Forbidden)
  })

  test('nothing but what both sides read is ever a value: no note, no document that the writer may not see', async () => {
    const { marcus, rui, dev } = world.people
    const number = 4711
    const { id: documentId } = await unscopedPrisma().document.create({
      data: {
        ...{
          organizationId: world.organizations.halden,
          kind: 'technical_note',
          number,
          title: 'Secret margin',
        },
        ...{ language: 'en', ownerId: dev.membershipId },
      },
    })
    const auroras = await ask(rui, world.accounts.aurora)
    await unscopedPrisma().consultation.update({ where: { id: auroras }, data: { documentId } })
    await write(marcus, { name: 'Document', texts: { en: '{{document}} {{due}}' } })
    const text = (await offered(marcus, 'shared', auroras)).find(({ name }) => name === 'Document')?.texts[0]
      ?.text
    expect(text).toBe('TN-4711 ⟦due⟧')
    const { auroraAdmin } = world.people
    await write(auroraAdmin, { name: 'Theirs', texts: { en: '{{document}}' } })
    expect((await offered(rui, 'shared', auroras))[0]?.texts[0]?.text).toBe('⟦document⟧')
  })
})

describe('sending with a macro', () => {
  test('counts the use, takes over and asks the customer by the commands that do so anyway', async () => {
    const { marcus, dev } = world.people
    const macroId = await write(marcus, { name: 'Ask back', takesOver: 'on', asksBack: 'on' })
    await send(dev, macroId)
    expect(await stored(id)).toMatchObject({
      status: 'waiting_for_customer',
      assigneeId: dev.membershipId,
    })
    expect((await eventsOf(id)).slice(-2)).toEqual(['assigned', 'waitingForCustomer'])
    await send(dev, macroId, 'internal')
    expect((await eventsOf(id)).slice(-1)).toEqual(['internalNotePosted'])
    const row = (await as(dev, () => listMacros(dev))).find(({ name }) => name === 'Ask back')
    expect(row?.uses).toBe(2)
  })

  test('is all or nothing, and of somebody else’s macro only the words go', async () => {
    const { marcus, lin, rui } = world.people
    const macroId = await write(marcus, { name: 'Mine', takesOver: 'on' })
    // Lin cannot use it: the text is Lin's own by then.
    await send(lin, macroId)
    expect((await eventsOf(id)).slice(-1)).toEqual(['messagePosted'])
    expect(await unscopedPrisma().macroUse.count({ where: { macroId } })).toBe(0)
    await expect(send(rui, macroId)).rejects.toThrow(NotFound)
    const before = await unscopedPrisma().message.count({ where: { consultationId: id } })
    await expect(send(lin, macroId, 'internal')).rejects.toThrow(Forbidden)
    expect(await unscopedPrisma().message.count({ where: { consultationId: id } })).toBe(before)
  })

  test('a use is written in one’s own name alone, for one’s own message', async () => {
    const { lin, ingrid, marcus } = world.people
    const macroId = await write(marcus, { name: 'Counted' })
    const messageId = await as(
      lin,
      async () => (await prisma.message.findFirstOrThrow({ where: { authorId: lin.membershipId } })).id,
    )
    const use = {
      messageId,
      macroId,
      consultationId: id,
      accountId: world.accounts.lumen,
      usedAt: new Date(),
    }
    for (const actor of [lin, ingrid]) {
      const write = as(actor, () =>
        prisma.macroUse.create({ data: { ...use, usedById: actor.membershipId } }),
      )
      await expect(write).rejects.toThrow()
    }
  })
})
