import { type Expected, everybody, type Row, type Table } from './row.ts'

/** The same for whoever comes. */
const all = (status: Expected, rest: Partial<Row> = {}): Row => ({
  anonymous: status,
  otherAccount: status,
  wrongFunction: status,
  right: status,
  ...rest,
})
/** For who is not signed in; the others are sent on. */
const outside = (status: Expected = 200): Row => ({ ...all(302), anonymous: status })
const unknownToken = () => ({ params: { token: 'not-a-token' } })

export const authRows: Table = {
  'GET /sign-in': outside(),
  'POST /sign-in': all(422, {
    visit: () => ({ body: { email: 'nobody@halden.example', password: 'x'.repeat(14) } }),
  }),
  'GET /sign-out': all(302),
  'POST /sign-out': all(302),
  'GET /forgotten-password': all(200),
  'POST /forgotten-password': all(302, { visit: () => ({ body: { email: 'nobody@halden.example' } }) }),
  // A token that is not there is told so, in words, and opens nothing.
  'GET /reset-password/:token': all(200, { visit: unknownToken }),
  'POST /reset-password/:token': all(409, {
    visit: () => ({ ...unknownToken(), body: { password: 'a long enough passphrase' } }),
  }),
  'GET /invitation/:token': all(200, { visit: unknownToken }),
  'POST /invitation/:token': all(409, { anonymous: 422, visit: unknownToken }),
  // There is an organization already: the way in is closed for good.
  'GET /setup': all(404),
  'POST /setup': all(422),
  'GET /no-membership': all(302),
  'GET /membership': all(302),
  'POST /membership': {
    ...everybody(),
    otherAccount: 404,
    wrongFunction: 404,
    right: 302,
    visit: (world) => ({ body: { membershipId: world.people.ingrid.membershipId } }),
  },
  'GET /preferences': all(302),
  'POST /preferences': all(302, {
    visit: () => ({ body: { language: 'pt', theme: 'dark', to: '/sign-in' } }),
  }),
  'GET /settings': everybody(),
  'POST /settings': {
    ...everybody({ visit: () => ({ body: { language: 'en', theme: 'dark', timeZone: 'UTC' } }) }),
    otherAccount: 302,
    wrongFunction: 302,
    right: 302,
  },
  'GET /settings/password': everybody(),
  'POST /settings/password': {
    ...everybody({ visit: () => ({ body: { present: 'x', password: 'short' } }) }),
    otherAccount: 422,
    wrongFunction: 422,
    right: 422,
  },
  'GET /settings/subscriptions': everybody(),
  'POST /settings/subscriptions': {
    ...everybody({ visit: () => ({ body: { kind: 'data_sheet' } }) }),
    otherAccount: 302,
    wrongFunction: 302,
    right: 302,
  },
  'POST /settings/subscriptions/end': {
    ...everybody({ visit: () => ({ body: { subscriptionId: crypto.randomUUID() } }) }),
    otherAccount: 404,
    wrongFunction: 404,
    right: 404,
  },
  'GET /settings/sessions': everybody(),
  'POST /settings/sessions': {
    ...everybody({ visit: () => ({ body: { sessionId: 'f'.repeat(64) } }) }),
    otherAccount: 404,
    wrongFunction: 404,
    right: 404,
  },
}
