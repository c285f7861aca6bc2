import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { endAbsence, tellAbsence } from '#app/domain/consultations/routing/commands/absences.server.ts'
import { moveRule, removeRule, writeRule } from '#app/domain/consultations/routing/commands/rules.server.ts'
import { AbsenceForm, RuleForm } from '#app/domain/consultations/routing/forms.ts'
import { listAbsences } from '#app/domain/consultations/routing/queries/absences.server.ts'
import { getRule, listRules } from '#app/domain/consultations/routing/queries/rules.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { at } from '../clocks/support.ts'
import { as } from '../support.ts'

useTestDatabase()
let world: World

beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  at('10T08:00')
  await unscopedPrisma().$executeRaw`TRUNCATE absence`
  await unscopedPrisma().routingRule.deleteMany()
})
afterEach(() => void setClock(() => new Date()))

const member = (name: PersonName) => world.people[name].membershipId
const absence = (name: PersonName, firstDay: string, lastDay: string, deputy?: PersonName) =>
  AbsenceForm.parse({
    ...{ membershipId: member(name), firstDay: `2026-06-${firstDay}`, lastDay: `2026-06-${lastDay}` },
    deputyId: deputy && member(deputy),
  })
const tell = (actor: Actor, input: ReturnType<typeof absence>) => as(actor, () => tellAbsence(actor, input))
const rule = (fields: Record<string, unknown>) => RuleForm.parse(fields)

describe('an absence', () => {
  test('everybody tells of the own, an administrator of everybody’s, a customer of none', async () => {
    const { ingrid, dev, admin, lin } = world.people
    await expect(tell(dev, absence('ingrid', '12', '14'))).rejects.toThrow(Forbidden)
    await expect(tell(lin, absence('lin', '12', '14'))).rejects.toThrow(Forbidden)
    await tell(ingrid, absence('ingrid', '12', '14', 'dev'))
    await tell(admin, absence('dev', '20', '21'))
    expect(await as(dev, () => listAbsences(dev))).toMatchObject([
      { firstDay: '2026-06-12', lastDay: '2026-06-14', deputy: { name: 'Dev Patel' }, isNow: false },
      { firstDay: '2026-06-20', deputy: null },
    ])
    expect(await as(lin, () => listAbsences(lin))).toEqual([])
    expect(await as(lin, () => prisma.absence.findMany())).toEqual([])
  })

  test('counts whole days of the zone of who is away', async () => {
    const { ingrid } = world.people
    await unscopedPrisma().user.update({
      where: { id: ingrid.userId },
      data: { timeZone: 'America/Los_Angeles' },
    })
    await tell(ingrid, absence('ingrid', '12', '12'))
    const stored = await unscopedPrisma().absence.findFirstOrThrow()
    expect([stored.startsAt.toISOString(), stored.endsAt.toISOString()]).toEqual([
      '2026-06-12T07:00:00.000Z',
      '2026-06-13T07:00:00.000Z',
    ])
    await unscopedPrisma().user.update({ where: { id: ingrid.userId }, data: { timeZone: 'UTC' } })
  })

  test('is refused with its field: over, backwards, too long, twice at once, an own deputy, a stranger', async () => {
    const { ingrid, admin } = world.people
    await expect(tell(ingrid, absence('ingrid', '08', '09'))).rejects.toMatchObject({ field: 'lastDay' })
    expect(() => absence('ingrid', '14', '12')).toThrow('endsBefore')
    expect(() => absence('ingrid', '14', '16', 'ingrid')).toThrow('ownDeputy')
    const long = { membershipId: member('ingrid'), firstDay: '2026-06-12', lastDay: '2029-06-12' }
    expect(() => AbsenceForm.parse(long)).toThrow('tooLong')
    await expect(tell(ingrid, absence('ingrid', '12', '14', 'lin'))).rejects.toMatchObject({
      field: 'deputyId',
    })
    await expect(tell(admin, absence('lin', '12', '14'))).rejects.toMatchObject({ field: 'membershipId' })
    await tell(ingrid, absence('ingrid', '12', '14'))
    await expect(tell(ingrid, absence('ingrid', '14', '16'))).rejects.toMatchObject({ field: 'firstDay' })
    await tell(ingrid, absence('ingrid', '15', '16'))
  })

  test('told twice at the same moment stands once', async () => {
    const { ingrid, admin } = world.people
    const both = await Promise.allSettled(
      [ingrid, admin].map((actor) => tell(actor, absence('ingrid', '12', '14'))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('ends early for who is back, and never began for who calls it off; only those who may', async () => {
    const { ingrid, dev, rui } = world.people
    const id = await tell(ingrid, absence('ingrid', '10', '14'))
    const ahead = await tell(ingrid, absence('ingrid', '20', '21'))
    await expect(as(dev, () => endAbsence(dev, id))).rejects.toThrow(Forbidden)
    await expect(as(rui, () => endAbsence(rui, id))).rejects.toThrow(NotFound)
    at('11T08:00')
    await as(ingrid, () => endAbsence(ingrid, id))
    await as(ingrid, () => endAbsence(ingrid, ahead))
    expect(await as(ingrid, () => listAbsences(ingrid))).toEqual([])
    await expect(as(ingrid, () => endAbsence(ingrid, id))).rejects.toThrow(NotFound)
    // On record it stays, and nobody makes it longer.
    const stored = await unscopedPrisma().absence.findUniqueOrThrow({ where: { id } })
    expect(stored.endsAt.toISOString()).toBe('2026-06-11T08:00:00.000Z')
    const longer = { endsAt: new Date('2026-07-01') }
    await expect(unscopedPrisma().absence.update({ where: { id }, data: longer })).rejects.toThrow('earlier')
  })
})

describe('a rule', () => {
  test('is written by administrators, read by colleagues, unknown to customers', async () => {
    const { admin, ingrid, lumenAdmin } = world.people
    const input = rule({ function: 'quality', memberIds: [member('quinn'), undefined, member('dev')] })
    for (const actor of [ingrid, lumenAdmin])
      await expect(as(actor, () => writeRule(actor, null, input))).rejects.toThrow(Forbidden)
    await as(admin, () => writeRule(admin, null, input))
    const [written] = await as(ingrid, () => listRules(ingrid))
    expect(written?.members.map(({ name }) => name)).toEqual(['Quinn Abbott', 'Dev Patel'])
    expect(await as(lumenAdmin, () => listRules(lumenAdmin))).toEqual([])
    expect(await as(lumenAdmin, () => prisma.routingRule.findMany())).toEqual([])
    await expect(as(lumenAdmin, () => getRule(lumenAdmin, written?.id ?? ''))).rejects.toThrow(NotFound)
  })

  test('needs somebody who is there, and a family and calendar of the own organization', async () => {
    const { admin } = world.people
    const refused = (fields: Record<string, unknown>) => as(admin, () => writeRule(admin, null, rule(fields)))
    expect(() => rule({ memberIds: [undefined] })).toThrow('nobody')
    await expect(refused({ memberIds: [member('lin')] })).rejects.toMatchObject({ field: 'memberIds' })
    const unknown = crypto.randomUUID()
    const memberIds = [member('dev')]
    await expect(refused({ memberIds, familyId: unknown })).rejects.toMatchObject({ field: 'familyId' })
    await expect(refused({ memberIds, calendarId: unknown })).rejects.toMatchObject({ field: 'calendarId' })
  })

  test('changed by two at once, the second is told', async () => {
    const { admin } = world.people
    await as(admin, () => writeRule(admin, null, rule({ memberIds: [member('dev')] })))
    const [seen] = await as(admin, () => listRules(admin))
    const id = seen?.id ?? ''
    const change = (name: PersonName) =>
      as(admin, () =>
        writeRule(admin, id, rule({ memberIds: [member(name)], seenAt: seen?.updatedAt.toISOString() })),
      )
    at('10T09:00')
    await change('quinn')
    await expect(change('tomas')).rejects.toThrow(Conflict)
    expect((await as(admin, () => getRule(admin, id))).memberIds).toEqual([member('quinn')])
  })

  test('is moved by one place, stays at the ends, and is removed', async () => {
    const { admin, ingrid } = world.people
    for (const name of ['dev', 'quinn', 'tomas'] as const)
      await as(admin, () => writeRule(admin, null, rule({ memberIds: [member(name)] })))
    const order = async () =>
      (await as(admin, () => listRules(admin))).map(({ members }) => members[0]?.name.split(' ')[0])
    const [first, , last] = await as(admin, () => listRules(admin))
    await as(admin, () => moveRule(admin, last?.id ?? '', { to: 'earlier' }))
    expect(await order()).toEqual(['Dev', 'Tomas', 'Quinn'])
    await as(admin, () => moveRule(admin, first?.id ?? '', { to: 'earlier' }))
    expect(await order()).toEqual(['Dev', 'Tomas', 'Quinn'])
    await expect(as(ingrid, () => moveRule(ingrid, first?.id ?? '', { to: 'later' }))).rejects.toThrow(
      Forbidden,
    )
    await as(admin, () => removeRule(admin, first?.id ?? ''))
    expect(await order()).toEqual(['Tomas', 'Quinn'])
  })
})
