import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { account, everybody, refused, reserved, type Table, unseen } from './row.ts'

const suppliers = { wrongFunction: 'lin', right: 'ingrid' } as const
const admins = { wrongFunction: 'ingrid', right: 'admin' } as const

const of = (name: 'lumen' | 'answered', body?: Record<string, string>) => (_: World, records: Records) => ({
  params: { id: records.consultations[name] },
  body,
})
const tag =
  (name: keyof Records['work']['tags'], body?: (records: Records) => Record<string, string>) =>
  (_: World, records: Records) => ({ params: { tagId: records.work.tags[name] }, body: body?.(records) })

/** Colleagues work on one matter together; a customer assigns nothing, and promises nothing. */
export const workRows: Table = {
  'GET /consultations/:id/take-over': refused({ people: suppliers, visit: of('lumen') }, 200),
  'POST /consultations/:id/take-over': refused({ people: suppliers, visit: of('lumen') }),
  'GET /consultations/:id/close': refused(
    { people: { wrongFunction: 'wu', right: 'lin' }, visit: of('answered') },
    200,
  ),
  'POST /consultations/:id/close': refused({
    people: { wrongFunction: 'wu', right: 'lin' },
    visit: of('lumen', { reason: 'Found it' }),
  }),
  'GET /consultations/:id/work/tags': account({ visit: of('lumen') }),
  'POST /consultations/:id/work/tags': account({ visit: of('lumen', { name: 'Urgent parts' }) }, 302),
  'POST /consultations/:id/work/untag': {
    ...unseen({ people: suppliers }, 302),
    visit: (_, records) => ({
      params: { id: records.consultations.lumen },
      body: { tagId: records.work.tags.halden },
    }),
  },
  'POST /consultations/:id/work/watch': account({ visit: of('lumen', { isOn: '1' }) }, 302),
  'GET /consultations/:id/work/due': refused({ people: suppliers, visit: of('lumen') }, 200),
  'POST /consultations/:id/work/due': refused({
    people: suppliers,
    visit: of('lumen', { dueOn: '2027-06-01' }),
  }),
  'GET /consultations/:id/work/snooze': account({ visit: of('lumen') }),
  'POST /consultations/:id/work/snooze': account({ visit: of('lumen', { until: 'reply' }) }, 302),
  'POST /consultations/:id/work/wake': {
    // What one did not put aside cannot be taken back.
    ...{ anonymous: 302, otherAccount: 404, wrongFunction: 409, right: 302 },
    ...{ people: { wrongFunction: 'chen', right: 'quinn' }, visit: of('lumen') },
  },
  'GET /consultations/bulk': reserved({
    people: { ...suppliers, otherAccount: 'rui' },
    visit: (_, records) => ({ query: `?act=assign&ids=${records.consultations.lumen}` }),
  }),
  'POST /consultations/bulk': {
    // Of somebody else's consultations none is left, and nothing is done.
    ...{ anonymous: 302, otherAccount: 409, wrongFunction: 302, right: 302, people: suppliers },
    visit: (_, records) => ({
      query: '?act=tag',
      body: { 'ids[0]': records.consultations.answered, name: 'Together' },
    }),
  },
  'GET /consultations/bulk/done': everybody(),
  'GET /consultations/bulk/:batchId': unseen({
    people: suppliers,
    visit: (_, { work }) => ({ params: { batchId: work.batch } }),
  }),
  'POST /consultations/bulk/:batchId/undo': refused({
    people: { wrongFunction: 'dev', right: 'ingrid' },
    visit: (_, { work }) => ({ params: { batchId: work.batch } }),
  }),
  'GET /consultations/tags': everybody(),
  'GET /consultations/tags/:tagId': refused({ people: admins, visit: tag('spare') }, 200),
  'POST /consultations/tags/:tagId': refused({
    people: admins,
    visit: tag('spare', () => ({ name: `Spare ${Date.now()}`, color: 'pink' })),
  }),
  'POST /consultations/tags/:tagId/merge': refused({
    people: admins,
    visit: tag('spare', (records) => ({ intoId: records.work.tags.halden })),
  }),
  'POST /consultations/tags/:tagId/retire': refused({ people: admins, visit: tag('unwanted') }),
}
