import { beforeEach, describe, expect, test } from 'vitest'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import type { RecordedEvent } from '#app/domain/events/audience.ts'
import { audience } from '#app/jobs.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { name } from '../participants/support.ts'
import { as, ask, eventsOf } from '../support.ts'
import { decide, noteInForce, offer, offersIn, offersInThread, setAudience } from './support.ts'

const world = useWorld()
let source: string
let note: string
let aurora: string

beforeEach(async () => {
  const { lin, rui, dev } = world.people
  source = await ask(lin, world.accounts.lumen, { subject: 'Inverter trips in hot weather at noon' })
  aurora = await ask(rui, world.accounts.aurora, { subject: 'Our inverter trips when weather is hot' })
  note = await noteInForce(dev, source, [{ accountId: null, functions: ['engineering'] }])
  await offer(dev, note, [source, aurora])
})

const eventOf = async (id: string, type: string) => {
  const { payload, ...event } = await unscopedPrisma().event.findFirstOrThrow({
    where: { subjectId: id, type: `consultation.${type}` },
  })
  return { ...event, payload: payload as Record<string, unknown> } as RecordedEvent
}
type Told = 'consultation.noteOffered' | 'consultation.noteHelped'
async function toldOf(id: string, type: 'noteOffered' | 'noteHelped') {
  const key: Told = `consultation.${type}`
  return audience[key](await eventOf(id, type), unscopedPrisma())
}

describe('an offer', () => {
  test('is told to who takes part and sees the note, and to no deactivated member', async () => {
    const { lin, dev, chen, rui } = world.people
    await name(lin, source, chen, 'read')
    const told = await toldOf(source, 'noteOffered')
    expect(told).toContain(lin.membershipId)
    expect(told).not.toContain(chen.membershipId)
    expect(told).not.toContain(rui.membershipId)
    expect(await toldOf(aurora, 'noteOffered')).toEqual(
      expect.arrayContaining([rui.membershipId, dev.membershipId]),
    )
    await unscopedPrisma().membership.update({
      where: { id: lin.membershipId },
      data: { deactivatedAt: new Date() },
    })
    expect(await toldOf(source, 'noteOffered')).not.toContain(lin.membershipId)
    await unscopedPrisma().membership.update({
      where: { id: lin.membershipId },
      data: { deactivatedAt: null },
    })
    await unscopedPrisma().documentVersion.updateMany({
      where: { documentId: note },
      data: { status: 'withdrawn' },
    })
    expect(await toldOf(source, 'noteOffered')).toEqual([])
  })

  test('says nothing of the note where it is recorded, nor of who else asked', async () => {
    const event = JSON.stringify(await eventOf(source, 'noteOffered'))
    for (const words of ['heat', note, aurora, 'Aurora']) expect(event).not.toContain(words)
  })

  test('stands in the thread of each customer alone, for those who see the note', async () => {
    const { lin, chen, rui, dev, marcus, ingrid, sofia } = world.people
    expect(await offersInThread(lin, source)).toMatchObject([{ document: { id: note } }])
    expect(await offersInThread(rui, aurora)).toMatchObject([{ document: { id: note } }])
    expect(await offersInThread(chen, source)).toEqual([])
    expect(await offersIn(sofia, aurora)).toEqual([])
    for (const actor of [dev, marcus]) expect(await offersInThread(actor, aurora)).toHaveLength(1)
    await expect(offersIn(rui, source)).rejects.toThrow(NotFound)
    await expect(offersIn(ingrid, aurora)).rejects.toThrow(NotFound)
    const own = await as(lin, () => prisma.noteOffer.findMany({ select: { accountId: true } }))
    expect(new Set(own.map(({ accountId }) => accountId))).toEqual(new Set([world.accounts.lumen]))
  })

  test('is read by a colleague who is lent, who offers nothing', async () => {
    const { marcus, ingrid } = world.people
    await name(marcus, aurora, ingrid, 'decide')
    expect(await offersInThread(ingrid, aurora)).toHaveLength(1)
    const row = await unscopedPrisma().noteOffer.findFirstOrThrow({ where: { consultationId: aurora } })
    const { id: _, offeredById: __, consultationId: ___, ...data } = row
    const other = await ask(world.people.rui, world.accounts.aurora)
    await name(marcus, other, ingrid, 'decide')
    await expect(
      as(ingrid, () =>
        prisma.noteOffer.create({
          data: { ...data, offeredById: ingrid.membershipId, consultationId: other },
        }),
      ),
    ).rejects.toThrow()
  })

  test.each([
    [
      'withdrawn',
      () =>
        unscopedPrisma().documentVersion.updateMany({
          where: { documentId: note },
          data: { status: 'withdrawn' },
        }),
    ],
    [
      'for others',
      () =>
        setAudience(world.people.dev, note, [
          { accountId: world.accounts.aurora, functions: ['engineering'] },
        ]),
    ],
  ])('shows nothing of a note that is %s since', async (_, change) => {
    const { lin, dev } = world.people
    await change()
    expect(await offersInThread(lin, source)).toEqual([])
    expect(await as(lin, () => prisma.noteOffer.count({ where: { consultationId: source } }))).toBe(0)
    await expect(decide(lin, source)).rejects.toThrow(NotFound)
    expect(await offersInThread(dev, source)).toHaveLength(1)
  })
})

describe('what it is to the customer', () => {
  test('is said once; who offered hears of it', async () => {
    const { lin, dev } = world.people
    expect(await decide(lin, source)).toEqual({ mayAccept: false })
    expect(await unscopedPrisma().noteOffer.findFirst({ where: { consultationId: source } })).toMatchObject({
      ...{ outcome: 'helpful', decidedById: lin.membershipId },
    })
    expect((await eventsOf(source)).at(-1)).toBe('noteHelped')
    expect(await toldOf(source, 'noteHelped')).toContain(dev.membershipId)
    await expect(decide(lin, source, 'dismissed')).rejects.toThrow(Conflict)
    expect(await offersInThread(lin, source)).toMatchObject([{ outcome: 'helpful' }])
  })

  test('leads to the answer that waits', async () => {
    const { lin, ingrid } = world.people
    const [first] = await unscopedPrisma().message.findMany({ where: { consultationId: source } })
    expect(first).toBeDefined()
    await as(ingrid, () =>
      answerConsultation(ingrid, source, { body: 'See the note.', language: 'en', fileIds: [] } as never),
    )
    expect(await decide(lin, source)).toEqual({ mayAccept: true })
  })

  test('of two at once one says it', async () => {
    const { lin, lumenAdmin } = world.people
    const chief = await unscopedPrisma().membership.update({
      where: { id: lumenAdmin.membershipId },
      data: { functions: ['engineering'] },
    })
    const colleague = { ...lumenAdmin, functions: chief.functions }
    const both = await Promise.allSettled([decide(lin, source), decide(colleague, source, 'dismissed')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await eventsOf(source)).filter((type) => /noteHelped|noteDismissed/.test(type))).toHaveLength(1)
  })

  test('put aside, it leaves the thread and stays on its page', async () => {
    const { rui } = world.people
    await decide(rui, aurora, 'dismissed')
    expect(await offersInThread(rui, aurora)).toEqual([])
    expect(await offersIn(rui, aurora)).toMatchObject([{ outcome: 'dismissed' }])
  })

  test('is said by the customer alone, and by none who does not see the note', async () => {
    const { dev, chen, rui } = world.people
    await expect(decide(dev, source)).rejects.toThrow(Forbidden)
    await expect(decide(chen, source)).rejects.toThrow(NotFound)
    await expect(decide(rui, source)).rejects.toThrow(NotFound)
  })
})
