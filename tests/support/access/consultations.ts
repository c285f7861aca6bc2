import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { account, everybody, refused, type Table, unseen } from './row.ts'

const of =
  (name: keyof Records['consultations'], body?: Record<string, string>) => (_: World, records: Records) => ({
    params: { id: records.consultations[name] },
    body,
  })

/** Lin asked, so that Wu of logistics cannot accept in Lin's place; Chen reads along. */
const askers = { wrongFunction: 'wu', right: 'lin' } as const
/** On the supplier's side the whole organization answers; a customer does not. */
const answerers = { wrongFunction: 'lin', right: 'ingrid' } as const

export const consultationRows: Table = {
  'GET /consultations': everybody({ people: askers }),
  // A member of the supplier writes down what somebody asked.
  'GET /consultations/new': everybody({ people: { wrongFunction: 'ingrid', right: 'lin' } }),
  'POST /consultations/new': {
    anonymous: 302,
    // The form names an account: somebody else's is no choice, and the supplier does not ask itself.
    otherAccount: 422,
    wrongFunction: 403,
    right: 302,
    people: { wrongFunction: 'ingrid', right: 'lin' },
    visit: (world) => ({
      body: {
        accountId: world.accounts.lumen,
        function: 'engineering',
        subject: 'Derating',
        body: 'At 2,000 m?',
      },
    }),
  },
  'GET /consultations/:id': account({ people: askers, visit: of('lumen') }),
  'GET /consultations/:id/messages': account({ people: askers, visit: of('lumen') }),
  'POST /consultations/:id/messages': refused({
    // The lane of the other side.
    people: { wrongFunction: 'lin', right: 'ingrid' },
    visit: of('lumen', { lane: 'internal', body: 'Margin is thin' }),
  }),
  'GET /consultations/:id/answer': refused({ people: answerers, visit: of('lumen') }, 200),
  'POST /consultations/:id/answer': refused({
    people: answerers,
    visit: (_, records) => ({
      params: { id: records.consultations.lumen },
      body: { body: '1 % per 100 m above 1,000 m' },
    }),
  }),
  'GET /consultations/:id/accept': refused({ people: askers, visit: of('answered') }, 200),
  'POST /consultations/:id/accept': refused({
    people: askers,
    visit: (_, records) => ({
      params: { id: records.consultations.answered },
      body: { messageId: records.messages.answer, decisionId: records.decisions.answered },
    }),
  }),
  'GET /consultations/:id/reopen': refused({ people: askers, visit: of('answered') }, 200),
  'POST /consultations/:id/reopen': refused({
    people: askers,
    visit: of('answered', { reason: 'Not at 3 kV' }),
  }),
  'GET /consultations/:id/assign': refused({ people: answerers, visit: of('lumen') }, 200),
  'POST /consultations/:id/assign': refused({
    people: answerers,
    visit: (world, records) => ({
      params: { id: records.consultations.lumen },
      body: { assigneeId: world.people.dev.membershipId },
    }),
  }),
  'GET /consultations/:id/decision': refused({ people: answerers, visit: of('answered') }, 200),
  'POST /consultations/:id/decision': refused({
    people: answerers,
    visit: (_, records) => ({
      params: { id: records.consultations.answered },
      body: { messageId: records.messages.answer, part: 'CMD-0750' },
    }),
  }),
  'GET /consultations/:id/rating': refused(
    { people: askers, visit: (_, records) => ({ params: { id: records.accepted.consultation } }) },
    200,
  ),
  'POST /consultations/:id/rating': refused({
    people: askers,
    visit: (_, records) => ({
      params: { id: records.accepted.consultation },
      body: { messageId: records.accepted.answer, steps: '5', word: 'Fast' },
    }),
  }),
  'GET /consultations/:id/files/:fileId': unseen({
    // A file of an internal note: the customer's side does not know of it.
    people: { wrongFunction: 'lin', right: 'ingrid' },
    visit: (_, records) => ({
      params: { id: records.consultations.lumen, fileId: records.files.internal },
    }),
  }),
}
