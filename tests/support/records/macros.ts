import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'

export interface MacroRecords {
  macros: { everybody: string; ingrids: string; auroraTeam: string; lumens: string }
}

/** Macros of Halden for everybody, for Ingrid alone, for Aurora's team, and one of the customer Lumen; one was used. */
export async function macroRecords(world: World, messageId: string): Promise<MacroRecords> {
  const database = unscopedPrisma()
  const { ingrid, marcus, lin } = world.people
  const macro = async (changes: object) => {
    const { id } = await database.consultationMacro.create({
      data: {
        ...{ organizationId: world.organizations.halden, side: 'supplier', reach: 'organization' },
        ...{
          name: 'Which firmware',
          texts: { en: 'Hello {{asker.name}}' },
          updatedById: ingrid.membershipId,
        },
        ...changes,
      },
    })
    return id
  }
  const macros = {
    everybody: await macro({}),
    ingrids: await macro({ reach: 'personal', ownerId: ingrid.membershipId }),
    auroraTeam: await macro({
      ...{ reach: 'team', accountId: world.accounts.aurora, updatedById: marcus.membershipId },
    }),
    lumens: await macro({
      ...{ organizationId: world.organizations.lumen, side: 'customer', updatedById: lin.membershipId },
    }),
  }
  const { consultationId, accountId, authorId } = await database.message.findUniqueOrThrow({
    where: { id: messageId },
  })
  await database.macroUse.create({
    data: {
      ...{ messageId, macroId: macros.everybody, consultationId, accountId },
      ...{ usedById: authorId, usedAt: new Date() },
    },
  })
  return { macros }
}
