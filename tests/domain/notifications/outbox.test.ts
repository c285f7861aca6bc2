import { beforeAll, expect, test } from 'vitest'
import { queueMail } from '#app/domain/notifications/mail.server.ts'
import { getOutboxMail, listOutbox } from '#app/domain/notifications/outbox.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { parseEnvironment } from '#app/platform/environment.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { hasOutbox } from '#app/platform/mailer.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()

const addresses = {
  lin: 'lin@lumen.example',
  admin: 'admin@halden.example',
  auroraAdmin: 'auroraadmin@aurora.example',
}
let world: World
let ids: { digest: string; reset: string; invitation: string; other: string }

beforeAll(async () => {
  world = await createWorld()
  const { halden, aurora } = world.organizations
  const invite = (organizationId: string, email: string, by: PersonName, side: 'supplier' | 'customer') =>
    unscopedPrisma().invitation.create({
      data: {
        organizationId,
        inviterId: organizationId,
        side,
        email,
        name: 'New',
        tokenHash: email,
        invitedById: world.people[by].membershipId,
        expiresAt: new Date(Date.now() + 1e9),
      },
    })
  await invite(halden, 'new@halden.example', 'admin', 'supplier')
  await invite(aurora, 'new@aurora.example', 'auroraAdmin', 'customer')
  ids = await unscopedPrisma().$transaction(async (tx) => {
    const invitation = {
      url: 'http://localhost:3000/invitation/x',
      name: 'New',
      inviterName: 'A',
      organizationName: 'B',
      onBehalfOf: null,
      days: 7,
    }
    const language = 'en'
    return {
      digest: await queueMail(tx, {
        to: addresses.lin,
        language,
        template: 'notifications',
        props: { name: 'Lin', entries: [], more: 1 },
      }),
      reset: await queueMail(tx, {
        to: 'new@halden.example',
        language,
        template: 'passwordReset',
        props: { url: 'http://localhost:3000/reset-password/x', hours: 1 },
      }),
      invitation: await queueMail(tx, {
        to: 'new@halden.example',
        language,
        template: 'invitation',
        props: invitation,
      }),
      other: await queueMail(tx, {
        to: 'new@aurora.example',
        language,
        template: 'invitation',
        props: invitation,
      }),
    }
  })
})

async function listed(person: keyof typeof addresses): Promise<string[]> {
  const actor = world.people[person]
  const mails = await runAsActor(actor.membershipId, () => listOutbox(actor, addresses[person]))
  return mails.map(({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0] ?? id).sort()
}

test.each([
  [{}, true],
  [{ DATABASE_URL: 'postgresql://db/portal' }, true],
  [{ NODE_ENV: 'production' }, true],
  [{ NODE_ENV: 'production', DATABASE_URL: 'postgresql://db/portal' }, false],
  [{ SMTP_URL: 'smtp://mail' }, false],
])('with %j the outbox is open: %s', (variables, isOpen) => {
  expect(hasOutbox(parseEnvironment(variables))).toBe(isOpen)
})

test('a member reads the mails to the own address, an administrator also the invitations of the own side', async () => {
  expect(await listed('lin')).toEqual(['digest'])
  expect(await listed('admin')).toEqual(['invitation'])
  expect(await listed('auroraAdmin')).toEqual(['other'])
})

test('nobody opens another’s mail, and no administrator a link that sets a password', async () => {
  const { lin, admin } = world.people
  const open = (actor: typeof lin, email: string, id: string) =>
    runAsActor(actor.membershipId, () => getOutboxMail(actor, email, id))
  expect(await open(admin, addresses.admin, ids.invitation)).toMatchObject({
    to: 'new@halden.example',
    status: 'queued',
  })
  expect((await open(lin, addresses.lin, ids.digest)).html).not.toContain('<style')
  await expect(open(admin, addresses.admin, ids.reset)).rejects.toThrow(NotFound)
  await expect(open(lin, addresses.lin, ids.invitation)).rejects.toThrow(NotFound)
  await expect(open(lin, addresses.lin, 'no-id')).rejects.toThrow(NotFound)
})
