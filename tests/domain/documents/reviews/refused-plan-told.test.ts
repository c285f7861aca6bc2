import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { releaseDue } from '#app/domain/documents/reviews/commands/release-due.server.ts'
import { listNotifications } from '#app/domain/notifications/queries.server.ts'
import { tasks } from '#app/jobs.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { closeMailer } from '#app/platform/mailer.server.ts'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as } from '../notes.ts'
import { at, due, noon, usePlanning } from './planning.ts'

const port = 4332
vi.hoisted(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:4332?from=portal@halden.example'
  process.env.PUBLIC_URL = 'https://portal.example'
})
const world = useWorld()
const { people } = world
const { planned, isReleased } = usePlanning(world)

let server: MailServer
beforeAll(async () => {
  server = await startMailServer(port)
})
afterAll(async () => {
  closeMailer()
  await server.close()
})
beforeEach(async () => {
  await forget()
  server.received.length = 0
})

async function forget(): Promise<void> {
  await unscopedPrisma().notification.deleteMany()
  await unscopedPrisma().$executeRaw`DELETE FROM graphile_worker._private_jobs`
}

/** Runs what is queued, whatever that queues, until nothing is left: as the process does, without its waiting. */
async function runQueued(): Promise<void> {
  const take = () =>
    unscopedPrisma().$queryRaw<{ task: keyof typeof tasks; payload: unknown }[]>`
      WITH taken AS (DELETE FROM graphile_worker._private_jobs RETURNING id, task_id, payload)
      SELECT t.identifier AS task, taken.payload FROM taken
      JOIN graphile_worker._private_tasks t ON t.id = taken.task_id ORDER BY taken.id`
  for (let queued = await take(); queued.length > 0; queued = await take()) {
    for (const { task, payload } of queued) await tasks[task]?.(payload)
  }
}

const bellOf = async (actor: Actor) =>
  (await as(actor, () => listNotifications(actor, { unreadOnly: true, after: null }))).items
const mailsTo = (address: string) =>
  server.received.filter(({ to }) => [to ?? []].flat().some(({ text }) => text.includes(address)))

/** A planned release, and 陈伟 among those who would see it, whom nobody had confirmed. */
async function refused(): Promise<string> {
  const id = await planned()
  await runQueued()
  await forget()
  server.received.length = 0
  const where = { id: people.chen.membershipId }
  await unscopedPrisma().membership.update({ where, data: { functions: ['engineering'] } })
  at(due)
  await releaseDue().finally(() =>
    unscopedPrisma().membership.update({ where, data: { functions: ['purchasing'] } }),
  )
  expect(await isReleased(id)).toBe(false)
  return id
}

describe('a planned release that waits because others would see it than were confirmed', () => {
  test('rings for its author and for who decided it, with the names, and not for a customer', async () => {
    const id = await refused()
    await runQueued()
    for (const person of [people.ingrid, people.dev]) {
      expect(await bellOf(person)).toMatchObject([
        {
          type: 'document.releaseRefused',
          subjectId: id,
          payload: { refusal: 'seenByMore', gains: { people: [{ name: '陈伟' }] } },
        },
      ])
    }
    for (const person of [people.lin, people.chen, people.rui]) expect(await bellOf(person)).toEqual([])
  })

  test('is mailed to both, naming who it is, with the way to the document', async () => {
    const id = await refused()
    await runQueued()
    for (const address of ['ingrid@halden.example', 'dev@halden.example']) {
      const [mail, ...more] = mailsTo(address)
      expect(more).toEqual([])
      expect(mail?.subject).toContain('was not released')
      expect(mail?.text).toContain('陈伟')
      expect(mail?.text).toContain(`https://portal.example/documents/${id}`)
    }
    expect(server.received.filter(({ text }) => text?.includes('was not released'))).toHaveLength(2)
  })

  test('tells once, however often the job comes again', async () => {
    const id = await refused()
    await releaseDue()
    await runQueued()
    const again = await unscopedPrisma().event.findMany({
      where: { type: 'document.releaseRefused', subjectId: id },
    })
    expect(again).toHaveLength(1)
    for (const { id } of again) await tasks.react?.({ eventId: id })
    await runQueued()
    expect(mailsTo('ingrid@halden.example').filter((mail) => mail.text?.includes('陈伟'))).toHaveLength(1)
    at(noon)
  })
})
