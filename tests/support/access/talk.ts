import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { refused, type Table, unseen } from './row.ts'

const message =
  (name: keyof Records['messages'], body?: Record<string, string>) => (_: World, records: Records) => ({
    params: { id: records.consultations.lumen, messageId: records.messages[name] },
    body,
  })

/** Of an internal note the customer's side knows nothing; of a message that both read its author alone changes the words. */
export const talkRows: Table = {
  'GET /consultations/:id/messages/:messageId': unseen({
    people: { wrongFunction: 'lin', right: 'ingrid' },
    visit: message('internal'),
  }),
  'POST /consultations/:id/messages/:messageId/reactions': refused({
    // One's own words.
    people: { wrongFunction: 'lin', right: 'chen' },
    visit: message('shared', { kind: 'helpful', isOn: '1' }),
  }),
  'GET /consultations/:id/readers': refused(
    {
      people: { wrongFunction: 'lin', right: 'ingrid' },
      visit: (_, records) => ({ params: { id: records.consultations.lumen }, query: '?lane=internal' }),
    },
    200,
  ),
  'POST /consultations/:id/typing': refused(
    {
      people: { wrongFunction: 'lin', right: 'ingrid' },
      visit: (_, records) => ({
        params: { id: records.consultations.lumen },
        body: { lane: 'internal' },
      }),
    },
    204,
  ),
  'GET /consultations/:id/messages/:messageId/edit': refused(
    { people: { wrongFunction: 'chen', right: 'lin' }, visit: message('shared') },
    200,
  ),
  'POST /consultations/:id/messages/:messageId/edit': refused({
    people: { wrongFunction: 'chen', right: 'lin' },
    visit: message('shared', { body: 'It trips at 45 °C', edits: '1' }),
  }),
}
