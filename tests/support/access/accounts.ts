import type { World } from '../world.ts'
import { account, everybody, type Row, refused, reserved, type Table, unseen } from './row.ts'

const lumen = (body?: Record<string, string>) => (world: World) => ({
  params: { id: world.accounts.lumen },
  body,
})
const managers = { wrongFunction: 'ingrid', right: 'marcus' } as const
const administrators = { otherAccount: 'rui', wrongFunction: 'ingrid', right: 'admin' } as const
const member = (body?: Record<string, string>) => (world: World) => ({
  params: { id: world.people.tomas.membershipId },
  body,
})
/** Only its form posts here: whoever asks for the page is led back, and that page decides what is seen. */
const back = (rest: Partial<Row> = {}): Row => ({
  ...everybody(rest),
  otherAccount: 302,
  wrongFunction: 302,
  right: 302,
})

export const accountRows: Table = {
  'GET /accounts': everybody(),
  'GET /accounts/new': reserved({ people: managers }),
  'POST /accounts/new': reserved(
    {
      people: managers,
      visit: () => ({
        body: {
          customerName: `Customer ${crypto.randomUUID()}`,
          language: 'en',
          timeZone: 'UTC',
          administratorName: 'A. Person',
          email: `${crypto.randomUUID()}@customer.example`,
        },
      }),
    },
    302,
  ),
  'GET /accounts/:id': account({ visit: lumen() }),
  'GET /accounts/:id/coverage': account({ visit: lumen() }),
  'POST /accounts/:id/coverage': refused({
    people: managers,
    visit: (world) => ({
      params: { id: world.accounts.lumen },
      body: { function: 'engineering', membershipId: world.people.ingrid.membershipId },
    }),
  }),
  'GET /accounts/:id/terms': account({ visit: lumen() }),
  'POST /accounts/:id/terms': refused({
    people: managers,
    visit: lumen({
      effectiveOn: '2026-01-01',
      ...{ acknowledgeDays: '30', responseDays: '90', sampleDays: '30', isSilenceAcceptance: 'no' },
      ...{ noticeDays: '90', lastOrderMonths: '6', lastDeliveryMonths: '12', reminderDays: '' },
    }),
  }),
  'GET /accounts/:id/handover': account({ visit: lumen() }),
  'GET /accounts/:id/handover/package': refused(
    { people: { wrongFunction: 'tomas', right: 'lin' }, visit: lumen() },
    200,
  ),
  'GET /accounts/:id/handover/requirement': refused({ people: managers, visit: lumen() }, 200),
  'POST /accounts/:id/handover/requirement': refused({
    people: managers,
    visit: lumen({ classes: '02-01', languages: 'zh', reference: '' }),
  }),
  'GET /accounts/:id/team': refused(
    { people: { wrongFunction: 'lin', right: 'ingrid' }, visit: lumen() },
    200,
  ),
  'POST /accounts/:id/team': refused({
    people: managers,
    visit: (world) => ({
      params: { id: world.accounts.lumen },
      body: { membershipId: world.people.quinn.membershipId },
    }),
  }),
  'GET /accounts/:id/team/remove': back({ visit: lumen() }),
  'POST /accounts/:id/team/remove': refused({
    people: managers,
    visit: (world) => ({
      params: { id: world.accounts.lumen },
      body: { membershipId: world.people.quinn.membershipId },
    }),
  }),
  'GET /accounts/:id/restriction': back({ visit: lumen() }),
  // It is open to the whole organization already.
  'POST /accounts/:id/restriction': refused({ people: managers, visit: lumen({ isRestricted: 'no' }) }, 409),
  'GET /accounts/:id/sites': account({ visit: lumen() }),
  'POST /accounts/:id/sites': refused({
    people: { wrongFunction: 'chen', right: 'wu' },
    visit: (world) => ({
      params: { id: world.accounts.lumen },
      body: { name: `Plant ${crypto.randomUUID()}`, countryCode: 'CN', timeZone: 'Asia/Shanghai' },
    }),
  }),
  'GET /accounts/:id/administrator': refused({ people: managers, visit: lumen() }, 200),
  'POST /accounts/:id/administrator': {
    // Lumen has an administrator of its own already.
    ...refused({ people: managers, visit: lumen({ administratorName: 'B', email: 'b@lumen.example' }) }),
    right: 409,
  },
  'GET /accounts/:id/close': back({ visit: lumen() }),
  'POST /accounts/:id/close': refused({ people: managers, visit: lumen() }),
  'GET /accounts/:id/reopen': back({ visit: lumen() }),
  'POST /accounts/:id/reopen': refused({ people: managers, visit: lumen() }),
  'GET /members': everybody(),
  'GET /members/invite': reserved({ people: administrators }),
  'POST /members/invite': reserved(
    {
      people: administrators,
      visit: () => ({
        body: { email: `${crypto.randomUUID()}@halden.example`, name: 'New', functions: ['quality'] },
      }),
    },
    302,
  ),
  'GET /members/invitations/repeat': back(),
  'POST /members/invitations/repeat': unseen(
    { people: administrators, visit: () => ({ body: { invitationId: crypto.randomUUID() } }) },
    404,
  ),
  'GET /members/invitations/withdraw': back(),
  'POST /members/invitations/withdraw': unseen(
    { people: administrators, visit: () => ({ body: { invitationId: crypto.randomUUID() } }) },
    404,
  ),
  'GET /members/:id': account({ people: { wrongFunction: 'ingrid', right: 'admin' }, visit: member() }),
  'POST /members/:id': refused({
    people: administrators,
    visit: member({ name: 'Tomas Novak', functions: 'logistics' }),
  }),
  'GET /members/:id/deactivate': back({ visit: member() }),
  'POST /members/:id/deactivate': refused({ people: administrators, visit: member() }),
  'GET /members/:id/reactivate': back({ visit: member() }),
  'POST /members/:id/reactivate': refused({ people: administrators, visit: member() }),
  // Tomas is active again.
  'GET /members/:id/erase': refused({ people: administrators, visit: member() }, 403),
  'POST /members/:id/erase': refused({ people: administrators, visit: member({ name: 'Tomas Novak' }) }, 409),
  'GET /products': everybody(),
  'GET /products/new': reserved({ people: { wrongFunction: 'tomas', right: 'ingrid' } }),
  'POST /products/new': reserved(
    {
      people: { wrongFunction: 'tomas', right: 'ingrid' },
      visit: (world) => ({ body: { familyId: world.family, number: crypto.randomUUID(), name: 'Drive' } }),
    },
    302,
  ),
  'GET /products/families/new': reserved({ people: { wrongFunction: 'tomas', right: 'ingrid' } }),
  'POST /products/families/new': reserved(
    {
      people: { wrongFunction: 'tomas', right: 'ingrid' },
      visit: () => ({ body: { code: crypto.randomUUID().slice(0, 8), name: 'Family' } }),
    },
    302,
  ),
  'GET /products/variants/new': reserved({ people: { wrongFunction: 'tomas', right: 'ingrid' } }),
  'POST /products/variants/new': refused({
    people: { wrongFunction: 'tomas', right: 'ingrid' },
    visit: (world) => ({
      body: { accountId: world.accounts.lumen, productId: world.product, number: crypto.randomUUID() },
    }),
  }),
}
