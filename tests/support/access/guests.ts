import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { everybody, type Row, refused, type Table, unseen } from './row.ts'

/** Rui, of another customer, is a guest in Lumen's consultation, by Lin's invitation; nobody else is one. */
const people = { otherAccount: 'sofia', wrongFunction: 'wu', right: 'rui' } as const
const seat = (_: World, { guest }: Records) => ({ params: { seatId: guest.id } })
const ofContributor = (_: World, { contributor: { seat: seatId, part: partId } }: Records) => ({
  params: { seatId, partId },
})
/** As a member Rui finds nothing of it; Wu sees it, and asked nothing. */
const ofLumen = { otherAccount: 'rui', wrongFunction: 'wu', right: 'lin' } as const
const place = (_: World, { guest }: Records) => ({
  params: { id: guest.consultation },
  query: `?guest=${guest.id}`,
})
const nextMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
const changed = (more: Record<string, string> = {}) => ({
  people: ofLumen,
  visit: (world: World, records: Records) => ({
    ...place(world, records),
    body: { guestId: records.guest.id, revision: '1', ...more },
  }),
})
const all = (status: Row['right'], rest: Partial<Row> = {}): Row => ({
  ...{ anonymous: status, otherAccount: status, wrongFunction: status, right: status },
  ...rest,
})
const unknownToken = () => ({ params: { token: 'not-a-token' } })

export const guestRows: Table = {
  'GET /consultations/:id/guests': refused({ people: ofLumen, visit: place }, 200),
  'POST /consultations/:id/guests': refused({
    people: ofLumen,
    visit: (world, records) => ({
      ...place(world, records),
      body: {
        ...{ name: 'Nadia Petrova', organizationName: 'Corvid Bearings', email: 'nadia@corvid.example' },
        ...{ language: 'ru', grade: 'write', view: 'fromNow', endsOn: nextMonth() },
      },
    }),
  }),
  'GET /consultations/:id/guests/change': unseen({ people: ofLumen, visit: place }),
  'POST /consultations/:id/guests/change': refused(changed({ endsOn: nextMonth() })),
  'GET /consultations/:id/guests/end': unseen({ people: ofLumen, visit: place }),
  'POST /consultations/:id/guests/end': refused(changed()),
  'GET /guest': everybody(),
  'GET /guest/settings': everybody(),
  'POST /guest/settings': {
    ...everybody({ visit: () => ({ body: { language: 'en' } }) }),
    ...{ otherAccount: 302, wrongFunction: 302, right: 302 },
  },
  'GET /guest/password': everybody(),
  'POST /guest/password': {
    ...everybody({ visit: () => ({ body: { currentPassword: 'x', password: 'short' } }) }),
    ...{ otherAccount: 422, wrongFunction: 422, right: 422 },
  },
  'GET /guest/sessions': everybody(),
  'POST /guest/sessions': {
    ...everybody({ visit: () => ({ body: { sessionId: 'f'.repeat(64) } }) }),
    ...{ otherAccount: 404, wrongFunction: 404, right: 404 },
  },
  'GET /guest/invitation/:token': all(200, { visit: unknownToken }),
  'POST /guest/invitation/:token': all(409, { anonymous: 422, visit: unknownToken }),
  'GET /guest/:seatId': unseen({ people, visit: seat }),
  'POST /guest/:seatId': unseen(
    { people, visit: (world, records) => ({ ...seat(world, records), body: { body: 'C3 clearance.' } }) },
    302,
  ),
  'GET /guest/:seatId/parts/:partId': unseen({ people, visit: ofContributor }),
  'POST /guest/:seatId/parts/:partId': unseen(
    {
      people,
      visit: (world, records) => ({
        ...ofContributor(world, records),
        body: { act: 'handIn', contribution: 'The lower layer.', revision: '1' },
      }),
    },
    302,
  ),
  // Lumen's internal note has this file: a guest does not reach it either.
  'GET /guest/:seatId/files/:fileId': unseen(
    { people, visit: (_, { guest, files }) => ({ params: { seatId: guest.id, fileId: files.internal } }) },
    404,
  ),
}
