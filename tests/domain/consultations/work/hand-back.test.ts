import { beforeAll, expect, test } from 'vitest'
import type { ConsultationStatus } from '#app/domain/consultations/consultation.ts'
import { listHistory } from '#app/domain/consultations/queries/history.server.ts'
import { workAudience } from '#app/domain/consultations/work/audience.server.ts'
import { handBack } from '#app/domain/consultations/work/jobs/hand-back.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from '../support.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

/** With Dev, in Aurora's restricted account. */
async function held(status: ConsultationStatus): Promise<string> {
  const id = await ask(world.people.rui, world.accounts.aurora)
  const data = { assigneeId: world.people.dev.membershipId, status }
  await unscopedPrisma().consultation.update({ where: { id }, data })
  return id
}

const team = () => ({
  accountId_membershipId: {
    accountId: world.accounts.aurora,
    membershipId: world.people.dev.membershipId,
  },
})

test('what is with somebody who is there stays; of whoever lost the account or left it is nobody’s again', async () => {
  const { dev, rui, marcus } = world.people
  const states = ['assigned', 'waiting_for_supplier', 'reopened', 'waiting_for_customer', 'answered'] as const
  const ids = await Promise.all(states.map(held))
  const now = async () =>
    Promise.all(ids.map(stored)).then((rows) => rows.map(({ status, assigneeId }) => [status, assigneeId]))
  await handBack()
  expect(await now()).toEqual(states.map((status) => [status, dev.membershipId]))
  await unscopedPrisma().teamMember.delete({ where: team() })
  await Promise.all([handBack(), handBack()])
  const kept = (status: ConsultationStatus) => [status, dev.membershipId]
  expect(await now()).toEqual([
    ...[
      ['new', null],
      ['new', null],
      ['reopened', null],
    ],
    ...[kept('waiting_for_customer'), kept('answered')],
  ])
  const [id = ''] = ids
  expect((await eventsOf(id)).filter((type) => type === 'handedBack')).toHaveLength(1)
  const history = await as(rui, () => listHistory(rui, id))
  expect(history.map(({ type }) => type)).toContain('consultation.handedBack')
  const event = await unscopedPrisma().event.findFirstOrThrow({
    where: { subjectId: id, type: 'consultation.handedBack' },
  })
  expect(event).toMatchObject({ actorId: null, payload: { previousName: dev.name } })
  const told = await workAudience['consultation.handedBack']({ ...event, payload: {} }, unscopedPrisma())
  expect(told).toContain(marcus.membershipId)
  expect(told).not.toContain(dev.membershipId)
})

test('whoever was added to it alone to decide keeps it, and loses it with that', async () => {
  const { dev, marcus } = world.people
  const id = await held('assigned')
  const place = { consultationId: id, membershipId: dev.membershipId }
  await unscopedPrisma().consultationParticipant.create({
    data: {
      ...{ ...place, accountId: world.accounts.aurora, side: 'supplier', grade: 'decide' },
      addedById: marcus.membershipId,
    },
  })
  await handBack()
  expect(await stored(id)).toMatchObject({ status: 'assigned', assigneeId: dev.membershipId })
  await unscopedPrisma().membership.update({
    where: { id: dev.membershipId },
    data: { deactivatedAt: new Date() },
  })
  await handBack()
  expect(await stored(id)).toMatchObject({ status: 'new', assigneeId: null })
})
