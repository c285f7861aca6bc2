import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consultationAudience } from '#app/domain/consultations/audience.server.ts'
import { openCalendar } from '#app/domain/consultations/clocks/commands/decide-calendar.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { listPossibleAssignees } from '#app/domain/consultations/queries/assignees.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { tellAbsence } from '#app/domain/consultations/routing/commands/absences.server.ts'
import { writeRule } from '#app/domain/consultations/routing/commands/rules.server.ts'
import { AbsenceForm, RuleForm } from '#app/domain/consultations/routing/forms.ts'
import { tryRouting } from '#app/domain/consultations/routing/queries/try.server.ts'
import type { RecordedEvent } from '#app/domain/events/audience.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { at, hours } from '../clocks/support.ts'
import { as, ask, stored } from '../support.ts'

useTestDatabase()
let world: World

beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  at('01T08:00')
  const database = unscopedPrisma()
  await database.$executeRaw`TRUNCATE absence`
  await database.routingRule.deleteMany()
  await database.coverage.deleteMany()
})
afterEach(() => void setClock(() => new Date()))

const member = (name: PersonName) => world.people[name].membershipId
const cover = (name: PersonName) =>
  unscopedPrisma().coverage.create({
    data: {
      ...{ accountId: world.accounts.lumen, side: 'supplier', function: 'engineering' },
      membershipId: member(name),
    },
  })
const rule = (fields: Record<string, unknown>) =>
  as(world.people.admin, () => writeRule(world.people.admin, null, RuleForm.parse(fields)))
const away = (name: PersonName, deputy?: PersonName, days = ['2026-06-01', '2026-06-03']) =>
  as(world.people[name], () =>
    tellAbsence(
      world.people[name],
      AbsenceForm.parse({
        ...{ membershipId: member(name), firstDay: days[0], lastDay: days[1] },
        deputyId: deputy && member(deputy),
      }),
    ),
  )
const asked = async (changes = {}) => stored(await ask(world.people.lin, world.accounts.lumen, changes))
const eventOf = async (subjectId: string, type: string) =>
  (await unscopedPrisma().event.findFirstOrThrow({
    where: { subjectId, type },
  })) as unknown as RecordedEvent

describe('a question of a customer', () => {
  test('goes to the deputy of who covers it, and the record says in whose place', async () => {
    await cover('ingrid')
    await away('ingrid', 'dev')
    const consultation = await asked()
    expect(consultation).toMatchObject({ assigneeId: member('dev'), status: 'assigned' })
    expect((await eventOf(consultation.id, 'consultation.asked')).payload).toMatchObject({
      ...{ assigneeName: 'Dev Patel', routedBy: 'matrix', insteadOf: 'Ingrid Solberg' },
    })
  })

  test('goes to who covers it again on the day after, in that person’s zone', async () => {
    await cover('ingrid')
    await away('ingrid', 'dev')
    at('03T23:59')
    expect(await asked()).toMatchObject({ assigneeId: member('dev') })
    at('04T00:00')
    expect(await asked()).toMatchObject({ assigneeId: member('ingrid') })
  })

  test('goes by the rules where the matrix has a gap: language, function, hours', async () => {
    const { admin } = world.people
    const calendarId = await as(admin, () => openCalendar(admin, hours({ name: 'Day shift' })))
    await rule({ language: 'zh', function: 'engineering', memberIds: [member('dev')] })
    await rule({ calendarId, during: 'closed', memberIds: [member('quinn')] })
    await rule({ calendarId, memberIds: [member('tomas')] })
    expect(await asked({ subject: '编码器丢脉冲' })).toMatchObject({ assigneeId: member('dev') })
    // Monday at eight the office is still closed, at nine it is open.
    expect(await asked()).toMatchObject({ assigneeId: member('quinn') })
    at('01T09:00')
    const later = await asked()
    expect(later).toMatchObject({ assigneeId: member('tomas') })
    expect((await eventOf(later.id, 'consultation.asked')).payload).toMatchObject({ routedBy: 'rule' })
  })

  test('never goes to somebody who has left or cannot enter a restricted account', async () => {
    await rule({ memberIds: [member('ingrid'), member('quinn')] })
    const { quinn, rui } = world.people
    // Aurora is for Marcus and Dev alone.
    const restricted = await stored(await ask(rui, world.accounts.aurora))
    expect(restricted).toMatchObject({ assigneeId: null, status: 'new' })
    await unscopedPrisma().membership.update({
      where: { id: quinn.membershipId },
      data: { deactivatedAt: new Date() },
    })
    await away('ingrid')
    expect(await asked()).toMatchObject({ assigneeId: null, status: 'new' })
    await unscopedPrisma().membership.update({
      where: { id: quinn.membershipId },
      data: { deactivatedAt: null },
    })
  })

  test('that nobody takes is told to those who are there; where all are away, to all', async () => {
    await away('ingrid')
    const { id } = await asked()
    const event = await eventOf(id, 'consultation.asked')
    const heard = await consultationAudience['consultation.asked'](event, unscopedPrisma())
    expect(heard.toSorted()).toEqual([member('marcus'), member('tomas')].toSorted())
    for (const name of ['marcus', 'tomas'] as const) await away(name)
    const others = await consultationAudience['consultation.asked'](event, unscopedPrisma())
    expect(others).toContain(member('dev'))
    expect(others).not.toContain(member('ingrid'))
    for (const name of ['dev', 'quinn', 'admin'] as const) await away(name)
    expect(await consultationAudience['consultation.asked'](event, unscopedPrisma())).toContain(
      member('ingrid'),
    )
  })
})

describe('while the assignee is away', () => {
  test('the deputy hears of messages, colleagues see who stands in, the customer does not', async () => {
    await cover('ingrid')
    const { id } = await asked()
    await away('ingrid', 'tomas')
    const { lin, dev } = world.people
    await as(lin, () => postMessage(lin, id, { lane: 'shared', body: 'Any news?', fileIds: [] }))
    const event = await eventOf(id, 'consultation.messagePosted')
    expect(await consultationAudience['consultation.messagePosted'](event, unscopedPrisma())).toContain(
      member('tomas'),
    )
    expect((await as(dev, () => getThread(dev, id))).assignee?.absences).toMatchObject([
      { deputy: { name: 'Tomas Novak' } },
    ])
    expect((await as(lin, () => getThread(lin, id))).assignee?.absences).toEqual([])
    const known = { accountId: world.accounts.lumen, function: 'engineering' as const }
    const possible = await as(dev, () => listPossibleAssignees(known))
    expect(possible.at(-1)).toMatchObject({ id: member('ingrid'), awayUntil: '2026-06-03' })
  })
})

describe('who would get it', () => {
  test('says who would, and everybody who would be passed over', async () => {
    await cover('ingrid')
    await away('ingrid')
    await rule({ memberIds: [member('quinn')] })
    const { admin } = world.people
    const question = {
      accountId: world.accounts.lumen,
      function: 'engineering' as const,
      language: 'en' as const,
    }
    expect(await as(admin, () => tryRouting(admin, question))).toMatchObject({
      takenBy: 'Quinn Abbott',
      considered: [
        { name: 'Ingrid Solberg', place: null, outcome: 'absent' },
        { name: 'Quinn Abbott', place: 1, outcome: 'takes' },
      ],
    })
  })
})
