import { beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '#app/domain/auth/session.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { accessTable } from '#tests/support/access-table.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { type Answer, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { useWorld } from '#tests/support/world.ts'
import { type Guest, letIn } from '../domain/consultations/guests/support.ts'

const world = useWorld()
useTestStorage()
let records: Records
let guest: Guest
let cookie: string
beforeAll(async () => {
  records = await createRecords(world)
  guest = await letIn(world.people.ingrid, records.consultations.lumen, { view: 'all' })
  cookie = await cookieOf(guest.signedIn.userId)
})

const cookieOf = async (userId: string, membershipId: string | null = null) =>
  (await openSession(userId, membershipId)).split(';')[0] ?? ''

async function open(pattern: string, given: Visit = {}, as = cookie): Promise<Answer> {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  return visit(route, as, given)
}

/** What a guest has: its own pages, and those that anybody has. */
const own = /^(GET|POST) \/guest(\/|$)/
const anybodys = [
  ...[
    '/sign-in',
    '/sign-out',
    '/forgotten-password',
    '/reset-password/:token',
    '/invitation/:token',
    '/setup',
  ],
  ...['/no-membership', '/membership', '/preferences', '/*', '/api/uploadthing', '/ingest/:key'],
]
const closed = Object.entries(accessTable).filter(
  ([name]) => !own.test(name) && !anybodys.includes(name.replace(/^\w+ /, '')),
)

describe('every other route', () => {
  test('there are some', () => expect(closed.length).toBeGreaterThan(200))

  test.each(closed)('%s sends a guest away, whatever it names', async (name, row) => {
    const [method, pattern] = name.split(' ') as ['GET' | 'POST', string]
    const visited = (await row.visit?.(world, records)) ?? {}
    expect(await open(pattern, { method, ...visited })).toMatchObject({
      status: 302,
      location: '/no-membership',
    })
  })

  test('and there it is shown the way to its own list', async () => {
    expect(await open('/no-membership')).toMatchObject({ status: 302, location: '/guest' })
  })

  test('it switches to nobody', async () => {
    for (const membershipId of [world.people.ingrid.membershipId, guest.membershipId])
      expect(await open('/membership', { method: 'POST', body: { membershipId } })).toMatchObject({
        status: 404,
      })
  })

  test('a session that names the membership of a guest is nobody’s either', async () => {
    const forged = await cookieOf(guest.signedIn.userId, guest.membershipId)
    expect(
      await open('/consultations/:id', { params: { id: records.consultations.lumen } }, forged),
    ).toMatchObject({
      status: 302,
      location: '/no-membership',
    })
  })
})

describe('the pages of a guest', () => {
  test('list, read, write, and nothing once it is over', async () => {
    expect(await open('/guest')).toMatchObject({
      status: 200,
      value: { seats: [{ id: guest.id, isOpen: true }] },
    })
    const params = { seatId: guest.id }
    const page = await open('/guest/:seatId', { params })
    expect(page).toMatchObject({
      status: 200,
      value: { seat: { grade: 'write' }, thread: { subject: 'Derating' } },
    })
    expect(JSON.stringify(page.value)).not.toMatch(/internal|private|clock|assignee/)
    const said = await open('/guest/:seatId', { method: 'POST', params, body: { body: 'C3 clearance.' } })
    expect(said).toMatchObject({ status: 302, location: expect.stringContaining(`/guest/${guest.id}#m-`) })
    for (const body of ['', '  ', 'x'.repeat(50_001)])
      expect((await open('/guest/:seatId', { method: 'POST', params, body: { body } })).status).toBe(422)
    const strange = { body: 'x', fileIds: [records.files.loose] }
    expect((await open('/guest/:seatId', { method: 'POST', params, body: strange })).status).toBe(403)
    for (const fileId of [records.files.internal, records.files.version, 'no-id'])
      expect((await open('/guest/:seatId/files/:fileId', { params: { ...params, fileId } })).status).toBe(404)
    for (const seatId of [records.guest.id, records.consultations.lumen, 'no-id'])
      expect((await open('/guest/:seatId', { params: { seatId } })).status).toBe(404)
    const over = { endedAt: new Date() }
    await unscopedPrisma().consultationGuest.update({ where: { id: guest.id }, data: over })
    expect((await open('/guest/:seatId', { params })).status).toBe(404)
    expect((await open('/guest/:seatId', { method: 'POST', params, body: { body: 'Late' } })).status).toBe(
      404,
    )
    const list = await open('/guest')
    expect(list).toMatchObject({
      status: 200,
      value: { seats: [{ id: guest.id, isOpen: false, hasEnded: true }] },
    })
    expect(JSON.stringify(list.value)).not.toContain('Derating')
  })

  test('a member who is a guest elsewhere is both, and neither gives the other anything', async () => {
    const { rui } = world.people
    const both = await cookieOf(rui.userId, rui.membershipId)
    const { id, consultation } = records.guest
    expect((await open('/guest/:seatId', { params: { seatId: id } }, both)).status).toBe(200)
    expect((await open('/consultations/:id', { params: { id: consultation } }, both)).status).toBe(404)
    expect((await open('/consultations', {}, both)).status).toBe(200)
    expect(
      (
        await open(
          '/consultations/:id/files/:fileId',
          { params: { id: consultation, fileId: records.files.internal } },
          both,
        )
      ).status,
    ).toBe(404)
    expect((await open('/search/suggest', { query: '?q=Derating' }, both)).status).toBe(200)
    // As a guest it has nothing of the account where it is a member.
    const { aurora } = records.consultations
    expect((await open('/guest/:seatId', { params: { seatId: aurora } }, both)).status).toBe(404)
  })
})
