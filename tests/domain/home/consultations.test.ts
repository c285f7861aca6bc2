import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { consultationStatuses } from '#app/domain/consultations/consultation.ts'
import { visibleConsultations } from '#app/domain/consultations/scope.server.ts'
import { waitingConsultations } from '#app/domain/home/consultations.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords } from '#tests/support/records.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
  await createRecords(world)
})

/** In which the next word is the actor's own, or nobody's yet. */
function mine(actor: Actor): Prisma.ConsultationWhereInput {
  if (actor.side === 'customer')
    return { askedById: actor.membershipId, status: { in: ['answered', 'waiting_for_customer'] } }
  return {
    OR: [
      { assigneeId: actor.membershipId, status: { in: ['assigned', 'waiting_for_supplier', 'reopened'] } },
      { assigneeId: null, status: { in: ['new', 'reopened'] }, function: { in: actor.functions } },
    ],
  }
}

async function byScope(actor: Actor, most: number) {
  const rows = await prisma.consultation.findMany({
    where: { AND: [visibleConsultations(actor), mine(actor)] },
    include: { account: { include: { supplier: true, customer: true } } },
    orderBy: [{ lastActivityAt: 'asc' }, { id: 'asc' }],
    take: most,
  })
  const asked = (status: string) => (status === 'answered' ? 'answerToAccept' : 'questionBack')
  return rows.map(({ id, subject, account, lastActivityAt, assigneeId, status }) => ({
    id,
    title: subject,
    organization: (actor.side === 'supplier' ? account.customer : account.supplier).name,
    since: lastActivityAt,
    reason: actor.side === 'customer' ? asked(status) : assigneeId ? 'answerWanted' : 'nobodyHasIt',
  }))
}

/** What waits for everybody of the world, both ways. */
async function compareAll(most: number): Promise<Set<string>> {
  const reasons = new Set<string>()
  for (const actor of Object.values(world.people)) {
    await runAsActor(actor.membershipId, async () => {
      const found = await waitingConsultations(actor, most)
      const shown = found.map(({ id, title, organization, since, reason }) => {
        return { id, title, organization, since, reason }
      })
      expect(shown, actor.name).toEqual(await byScope(actor, most))
      for (const { reason } of found) reasons.add(reason)
    })
  }
  return reasons
}

test('consultations that wait are those of the scope, for everybody, in every state', async () => {
  const { consultation } = unscopedPrisma()
  const reasons = new Set<string>()
  for (const status of consultationStatuses) {
    await consultation.updateMany({ data: { status } })
    for (const reason of await compareAll(8)) reasons.add(reason)
  }
  await consultation.updateMany({ data: { status: 'reopened', assigneeId: null } })
  for (const reason of await compareAll(1)) reasons.add(reason)
  expect([...reasons].toSorted()).toEqual(['answerToAccept', 'answerWanted', 'nobodyHasIt', 'questionBack'])
})
