import { describe, expect, test } from 'vitest'
import { consultationAudience } from '#app/domain/consultations/audience.server.ts'
import { readLogs } from '#app/domain/consultations/clocks/queries/log.server.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { consultationLetters } from '#app/domain/consultations/mail/letters.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, Invalid } from '#app/platform/errors.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from '../support.ts'

const world = useWorld()
const writeDown = (by: PersonName, asker: PersonName, account: 'lumen' | 'aurora' = 'lumen') =>
  ask(world.people[by], world.accounts[account], {
    askedById: world.people[asker].membershipId,
    orderNumber: '4500-118',
  })

describe('a question that the supplier writes down', () => {
  test('belongs to the member of the customer, who is told; the clock starts with it', async () => {
    const { marcus, lin, ingrid } = world.people
    const id = await writeDown('marcus', 'lin')
    expect(await stored(id)).toMatchObject({
      ...{ askedById: lin.membershipId, writtenDownById: marcus.membershipId },
      ...{ assigneeId: ingrid.membershipId, orderNumber: '4500-118' },
    })
    expect(await eventsOf(id)).toEqual(['writtenDown'])
    const event = await unscopedPrisma().event.findFirstOrThrow({ where: { subjectId: id } })
    const recorded = { ...event, payload: event.payload as Record<string, unknown> }
    const told = await consultationAudience['consultation.writtenDown'](recorded, unscopedPrisma())
    expect(told.sort()).toEqual([ingrid.membershipId, lin.membershipId].sort())
    const [logged] = await readLogs([id], unscopedPrisma())
    expect(logged?.log).toMatchObject([{ kind: 'asked', urgency: 'question' }])
  })

  test('says who wrote it down to both sides, and the asker accepts its answer', async () => {
    const { ingrid, lin } = world.people
    const id = await writeDown('ingrid', 'lin')
    for (const reader of [ingrid, lin]) {
      const thread = await as(reader, async () => viewThread(reader, await getThread(reader, id)))
      expect(thread).toMatchObject({
        ...{ askedBy: { name: lin.name }, writtenDownBy: { name: ingrid.name }, orderNumber: '4500-118' },
        history: [{ type: 'consultation.writtenDown', actorName: ingrid.name }],
      })
      expect(thread.firstMessageId).toBe(thread.messages[0]?.id)
    }
    await as(ingrid, () => answerConsultation(ingrid, id, { body: 'Yes', fileIds: [] }))
    const { answerMessageId } = await stored(id)
    await as(lin, () => acceptAnswer(lin, id, { messageId: answerMessageId ?? '' }))
    expect((await stored(id)).status).toBe('accepted')
  })

  test('comes by mail with who wrote it down, the order and the text', async () => {
    const { marcus, lin } = world.people
    const id = await writeDown('marcus', 'lin')
    const event = await unscopedPrisma().event.findFirstOrThrow({ where: { subjectId: id } })
    const { membershipId } = lin
    const reader = {
      membershipId,
      name: lin.name,
      userId: lin.userId,
      email: '',
      language: 'en',
      timeZone: 'UTC',
    }
    const payload = { ...(event.payload as object), actor: marcus.name }
    const waiting = { ...event, id: crypto.randomUUID(), payload, createdAt: event.occurredAt }
    const letters = await as(lin, () => consultationLetters(reader, [waiting]))
    const props = letters[0]?.mail.props as { entries: { sentence: string; text: string }[] } | undefined
    const entry = props?.entries[0]
    expect(entry?.sentence).toContain(`${marcus.name} wrote down a question of ${lin.name}`)
    expect(entry?.text).toBe('Order number: 4500-118\n\nIt trips with **F07**.')
  })

  test('refused: for whoever left, for a stranger, by a customer, by somebody outside the team, in a closed account', async () => {
    const db = unscopedPrisma()
    const { chen, wu, rui } = world.people
    await expect(writeDown('marcus', 'rui')).rejects.toThrow(Invalid)
    await expect(writeDown('marcus', 'ingrid')).rejects.toThrow(Invalid)
    await expect(writeDown('lin', 'chen')).rejects.toThrow(Forbidden)
    await expect(writeDown('ingrid', 'rui', 'aurora')).rejects.toThrow(Invalid)
    await expect(ask(world.people.ingrid, world.accounts.lumen)).rejects.toThrow(Forbidden)
    await db.membership.update({ where: { id: wu.membershipId }, data: { deactivatedAt: new Date() } })
    await expect(writeDown('marcus', 'wu')).rejects.toThrow(Invalid)
    expect(await writeDown('dev', 'rui', 'aurora')).toBeTruthy()
    await db.account.update({ where: { id: world.accounts.aurora }, data: { closedAt: new Date() } })
    await expect(writeDown('dev', 'rui', 'aurora')).rejects.toThrow(Invalid)
    const row = {
      ...{ accountId: world.accounts.lumen, organizationId: world.organizations.halden, number: 900 },
      ...{ subject: 'X', function: 'engineering' as const, language: 'en' },
      ...{ askedById: rui.membershipId, writtenDownById: chen.membershipId },
    }
    await expect(as(chen, () => prisma.consultation.create({ data: row }))).rejects.toThrow()
  })
})
