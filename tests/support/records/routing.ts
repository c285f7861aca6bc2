import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

/** Two rules of Halden in place of those that it had, whose number is limited, and an absence of its administrator. */
export async function routingRecords(world: World) {
  const database = unscopedPrisma()
  const organizationId = world.organizations.halden
  const { admin, dev } = world.people
  await database.routingRule.deleteMany({ where: { organizationId } })
  const rule = async (position: number) => {
    const people = { memberIds: [dev.membershipId], updatedById: admin.membershipId }
    const row = await database.routingRule.create({ data: { organizationId, position, ...people } })
    return row.id
  }
  const { id: absence } = await database.absence.create({
    data: {
      ...{ organizationId, membershipId: admin.membershipId, recordedById: admin.membershipId },
      ...{ firstDay: new Date('2099-01-01'), lastDay: new Date('2099-01-02') },
      ...{ startsAt: new Date('2099-01-01'), endsAt: new Date('2099-01-03') },
    },
  })
  return { routing: { rule: await rule(0), unwanted: await rule(1), absence } }
}
export type RoutingRecords = Awaited<ReturnType<typeof routingRecords>>
