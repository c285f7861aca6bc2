import { afterEach, beforeEach, expect, test } from 'vitest'
import { tellGuestOfPart } from '#app/domain/consultations/guests/jobs/tell.server.ts'
import { withdrawPart } from '#app/domain/consultations/parts/commands/split.server.ts'
import { remindOfParts } from '#app/domain/consultations/parts/jobs/remind.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { part, splitOff } from '../parts/support.ts'
import { as, ask } from '../support.ts'
import { dayIn, type Guest, letIn } from './support.ts'

const world = useWorld()
let id: string
let nadia: Guest
let email: string
let guests = 0
beforeEach(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
  guests += 1
  email = `nadia${guests}@corvid.example`
  nadia = await letIn(world.people.ingrid, id, { email, language: 'ru' })
})
afterEach(() => setClock(() => new Date()))

const newest = () =>
  unscopedPrisma().event.findFirstOrThrow({ where: { subjectId: id }, orderBy: { id: 'desc' } })
const mails = () =>
  unscopedPrisma().mail.findMany({ where: { to: email, template: 'guestPart' }, orderBy: { id: 'asc' } })
const asked = () =>
  splitOff(world.people.ingrid, id, { ...part('quality'), ownerId: nadia.id, dueOn: dayIn(7) })

test('a guest who is asked hears by when, once, in its language, and not what', async () => {
  const partId = await asked()
  const event = await newest()
  await tellGuestOfPart(event)
  await tellGuestOfPart(event)
  const [mail, ...more] = await mails()
  expect(more).toEqual([])
  expect(mail).toMatchObject({ language: 'ru', subject: expect.stringContaining('часть ответа') })
  expect(mail?.text).toContain(`/guest/${nadia.id}/parts/${partId}`)
  expect(mail?.text).toContain('Ingrid Solberg')
  expect(`${mail?.text}${mail?.html}`).not.toContain('What says quality?')
})

test('it hears the day before and once when it was missed, and that nothing is wanted any more', async () => {
  const { ingrid } = world.people
  const partId = await asked()
  for (const days of [6.5, 9]) {
    setClock(() => new Date(Date.now() + days * 86_400_000))
    await remindOfParts()
    await tellGuestOfPart(await newest())
  }
  const reminders = await unscopedPrisma().event.findMany({
    where: { subjectId: id, type: { in: ['consultation.partSoon', 'consultation.partMissed'] } },
  })
  for (const { payload } of reminders) expect(payload).toMatchObject({ told: [ingrid.membershipId] })
  const { revision } = await unscopedPrisma().consultationPart.findUniqueOrThrow({ where: { id: partId } })
  await as(ingrid, () =>
    withdrawPart(ingrid, { consultationId: id, partId }, { reason: 'Known by now', revision }),
  )
  await tellGuestOfPart(await newest())
  const subjects = (await mails()).map(({ subject }) => subject.replace(/^C-\d+: /, ''))
  expect(subjects).toEqual([
    'подходит срок вашего материала',
    'срок вашего материала прошёл',
    'ваша часть больше не нужна',
  ])
})

test('no mail to a member’s part, to who wants none, and once it is over', async () => {
  const { ingrid, quinn } = world.people
  await splitOff(ingrid, id, part('quality', quinn))
  await tellGuestOfPart(await newest())
  await asked()
  const event = await newest()
  const { consultationGuest } = unscopedPrisma()
  await consultationGuest.update({ where: { id: nadia.id }, data: { wantsMail: false } })
  await tellGuestOfPart(event)
  await consultationGuest.update({ where: { id: nadia.id }, data: { wantsMail: true, endedAt: new Date() } })
  await tellGuestOfPart(event)
  expect(await mails()).toEqual([])
})
