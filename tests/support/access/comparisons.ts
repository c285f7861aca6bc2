import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { everybody, refused, reserved, type Table, unseen } from './row.ts'

const of =
  (name: keyof Records['comparisons'], body?: Record<string, string>) => (_: World, records: Records) => ({
    params: { id: records.comparisons[name] },
    body,
  })
/** The customer's logistics does not see prices; purchasing and engineering do. */
const readers = { wrongFunction: 'wu', right: 'chen' } as const
const writers = { wrongFunction: 'tomas', right: 'marcus' } as const

const anyId = '0190a0a0-0000-7000-8000-000000000000'
const plan = {
  ...{
    optionId: anyId,
    ipmvpOption: 'B',
    boundary: 'Line',
    startsOn: '2026-03',
    periods: '6',
    revision: '1',
  },
  ...{ 'quantities[0].name': 'Energy', 'quantities[0].unit': 'kWh', 'quantities[0].category': 'energy' },
  ...{ 'quantities[0].place': 'Line', 'quantities[0].measuredFrom': '2026-03-01' },
  ...{ 'quantities[0].baseline': '10', 'quantities[0].price': '1' },
}
/** A comparison in trial, its plan signed by both sides, with one month. */
const measured =
  (body?: Record<string, string>) =>
  (_: World, { measured: { lumen } }: Records) => ({
    params: { id: lumen.comparison, month: '1', fileId: lumen.file },
    body,
  })

const filled = {
  title: 'Drive',
  currency: 'EUR',
  ratePercent: '8',
  horizonYears: '5',
  'volumes[0].quantity': '1000',
  'options[0].key': 'a',
  'options[0].name': 'Present drive',
  'options[1].key': 'b',
  'options[1].name': 'CMD-110-4',
  'lines[0].key': 'l',
  'lines[0].name': 'Price',
  'lines[0].category': 'material',
  'lines[0].basis': 'per_unit',
  'lines[0].values.a': '100',
  'lines[0].values.b': '90',
}

const claim = {
  ...{ statement: 'Takes 3.1 kW', source: 'Data sheet 7', conditions: '25 °C', covers: 'all' },
  ...{ sourceDate: '2026-01-05', expiresOn: '2030-01-05', optionId: '019a0000-0000-7000-8000-000000000000' },
}
const ofClaim =
  (body: Record<string, string> = {}) =>
  (_: World, { comparisons, claims }: Records) => ({
    params: { id: comparisons.draft, claimId: claims.draft },
    body: { revision: '1', ...body },
  })

export const comparisonRows: Table = {
  // Only posting copies; whoever opens the address is led to the comparison.
  'GET /comparisons/:id/copy': unseen({ people: readers, visit: of('shared') }, 302),
  'GET /comparisons': everybody({ people: { right: 'chen' } }),
  'GET /comparisons/:id': unseen({ people: readers, visit: of('shared') }),
  'GET /comparisons/:id/agreement': unseen({ people: readers, visit: of('shared') }, 404),
  'GET /comparisons/new': reserved({ people: writers }),
  // The account comes first: one that is not there for them.
  'POST /comparisons/new': {
    ...reserved(
      { people: writers, visit: (world) => ({ body: { ...filled, accountId: world.accounts.lumen } }) },
      302,
    ),
    otherAccount: 404,
  },
  'GET /comparisons/:id/edit': refused({ people: writers, visit: of('draft') }, 200),
  'POST /comparisons/:id/edit': refused({
    people: writers,
    visit: of('draft', { ...filled, revision: '1' }),
  }),
  'GET /comparisons/:id/assumptions/:assumptionId': unseen({ people: readers }, 404),
  'POST /comparisons/:id/assumptions/:assumptionId': unseen({ people: readers }, 404),
  'GET /comparisons/:id/approval': refused({ people: writers, visit: of('draft') }, 200),
  'POST /comparisons/:id/approval': refused({ people: writers, visit: of('draft', { act: 'ask' }) }, 409),
  // Nobody has approved it: the page leads back to it.
  'GET /comparisons/:id/share': refused({ people: writers, visit: of('draft') }, 302),
  'POST /comparisons/:id/share': refused({ people: writers, visit: of('draft') }, 409),
  // It is not agreed: there is nothing to try out.
  'GET /comparisons/:id/trial': unseen({ people: readers, visit: of('shared') }, 302),
  'POST /comparisons/:id/trial': unseen(
    { people: readers, visit: of('shared', { from: '2027-01-04' }) },
    409,
  ),
  'GET /comparisons/:id/end': refused(
    { people: { wrongFunction: 'lin', right: 'chen' }, visit: of('shared') },
    200,
  ),
  'POST /comparisons/:id/end': refused({
    people: { wrongFunction: 'lin', right: 'chen' },
    visit: of('shared', { as: 'reject', reason: 'Too dear' }),
  }),
  // There is no figure to sign in a case without lines: the page leads back to it.
  'GET /comparisons/:id/sign': refused(
    { people: { wrongFunction: 'lin', right: 'chen' }, visit: of('shared') },
    302,
  ),
  'POST /comparisons/:id/sign': refused(
    {
      people: { wrongFunction: 'lin', right: 'chen' },
      visit: of('shared', { hash: 'a'.repeat(64), isMeant: 'on' }),
    },
    409,
  ),
  'GET /comparisons/:id/claims': unseen({ people: readers, visit: of('shared') }),
  'POST /comparisons/:id/claims': refused({ people: writers, visit: of('draft', { revision: '1' }) }),
  // Of a product that is none of the comparison's.
  'GET /comparisons/:id/claims/new': refused({ people: writers, visit: of('draft') }, 404),
  'POST /comparisons/:id/claims/new': refused({ people: writers, visit: of('draft', claim) }, 422),
  'GET /comparisons/:id/claims/:claimId': refused({ people: writers, visit: ofClaim() }, 200),
  'POST /comparisons/:id/claims/:claimId': refused({ people: writers, visit: ofClaim(claim) }),
  'GET /comparisons/:id/claims/:claimId/withdraw': refused({ people: writers, visit: ofClaim() }, 200),
  'POST /comparisons/:id/claims/:claimId/withdraw': refused({ people: writers, visit: ofClaim() }),
  'GET /comparisons/:id/verification': unseen({ people: readers, visit: measured() }),
  // The trial has begun: there is nothing to plan any more, and what was signed is not signed again.
  'GET /comparisons/:id/verification/plan': unseen({ people: readers, visit: measured() }, 302),
  'POST /comparisons/:id/verification/plan': unseen({ people: readers, visit: measured(plan) }, 409),
  'GET /comparisons/:id/verification/sign': unseen({ people: readers, visit: measured() }, 302),
  'POST /comparisons/:id/verification/sign': refused(
    {
      people: { wrongFunction: 'lin', right: 'chen' },
      visit: measured({ matter: 'period', number: '1', hash: 'b'.repeat(64), isMeant: 'on' }),
    },
    409,
  ),
  'GET /comparisons/:id/verification/months/:month': unseen({ people: readers, visit: measured() }),
  'POST /comparisons/:id/verification/months/:month': unseen(
    {
      people: readers,
      visit: measured({ revision: '7', 'readings[0].quantityId': anyId, 'readings[0].value': '1' }),
    },
    409,
  ),
  'GET /comparisons/:id/verification/files/:fileId': unseen({ people: readers, visit: measured() }),
  'GET /savings': everybody({ people: { right: 'chen' } }),
  'GET /savings/export': everybody({ people: { right: 'chen' } }),
  'POST /comparisons/:id/copy': refused({ people: writers, visit: of('shared') }),
}
