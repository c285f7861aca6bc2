import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { type Guest, letIn } from './support.ts'

// What row-level security leaves to the members of the two sides, whatever the commands before it ask.
const world = useWorld()
let id: string
let guest: Guest
let guests = 0
beforeEach(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
  guests += 1
  guest = await letIn(world.people.ingrid, id, { email: `g${guests}@corvid.example` })
})

const change = (actor: Actor, data: object) =>
  as(actor, async () => {
    const { count } = await prisma.consultationGuest.updateMany({
      where: { id: guest.id },
      data: { revision: { increment: 1 }, ...data },
    })
    if (count !== 1) throw new Error('nothing changed')
  })

describe('the row of a guest', () => {
  test('its time is changed by the side that invited; its place, name and person by nobody', async () => {
    const { ingrid, lin, rui } = world.people
    await expect(change(lin, { endsAt: new Date() })).rejects.toThrow()
    await expect(change(rui, { endedAt: new Date(), endedById: rui.membershipId })).rejects.toThrow()
    for (const data of [
      ...[{ membershipId: lin.membershipId }, { consultationId: id, accountId: world.accounts.aurora }],
      ...[
        { side: 'customer' },
        { email: 'x@y.example' },
        { seesFrom: null },
        { invitedById: lin.membershipId },
      ],
      ...[{ acceptedAt: null }, { endedAt: new Date(), endedById: lin.membershipId }],
    ])
      await expect(change(ingrid, data)).rejects.toThrow()
    await change(ingrid, { endsAt: new Date(Date.now() + 1000) })
    await change(lin, { endedAt: new Date(), endedById: lin.membershipId })
    await expect(change(ingrid, { endedAt: null })).rejects.toThrow()
  })

  test('is written in the own name, for the own side, where one works, and for nobody yet', async () => {
    const { ingrid, rui } = world.people
    const row = await unscopedPrisma().consultationGuest.findUniqueOrThrow({ where: { id: guest.id } })
    const fresh = {
      ...row,
      ...{ email: 'new@corvid.example', membershipId: null, acceptedAt: null, toldEventId: null },
    }
    const write = (actor: Actor, data: object) =>
      as(actor, () =>
        prisma.consultationGuest.createMany({
          data: [{ ...fresh, id: crypto.randomUUID(), tokenHash: crypto.randomUUID(), ...data }],
        }),
      )
    await expect(write(rui, { invitedById: rui.membershipId, side: 'customer' })).rejects.toThrow()
    await expect(write(ingrid, { side: 'customer' })).rejects.toThrow()
    await expect(write(ingrid, { invitedById: rui.membershipId })).rejects.toThrow()
    await expect(write(ingrid, { membershipId: rui.membershipId })).rejects.toThrow()
    await expect(write(ingrid, { accountId: world.accounts.aurora })).rejects.toThrow()
    await expect(write(ingrid, { grade: 'decide' })).rejects.toThrow()
    await write(ingrid, {})
  })

  test('a member does not become a guest, nor a guest a member', async () => {
    const { ingrid } = world.people
    const flip = (membershipId: string, isGuest: boolean) =>
      unscopedPrisma().membership.update({ where: { id: membershipId }, data: { isGuest } })
    await expect(flip(ingrid.membershipId, true)).rejects.toThrow()
    await expect(flip(guest.membershipId, false)).rejects.toThrow()
  })
})
