import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { everybody, refused, type Table, unseen } from './row.ts'

type Body = Record<string, string>
const ofLumen = (body?: Body) => (_: World, records: Records) => ({
  params: { id: records.documents.lumenEngineers },
  body,
})
const readers = { right: 'lin', wrongFunction: 'chen' } as const
const askers = { right: 'marcus', wrongFunction: 'tomas' } as const

/** Those who do not see the document see nothing of its acknowledgement; of those who do, the asked functions act. */
export const acknowledgementRows: Table = {
  'GET /documents/:id/acknowledgement': unseen({ people: readers, visit: ofLumen() }),
  // Lin has acknowledged already: the form comes back and says so.
  'POST /documents/:id/acknowledgement': unseen(
    {
      people: readers,
      visit: ofLumen({ version: '1', function: 'engineering', statement: 'Something else' }),
    },
    409,
  ),
  'GET /documents/:id/acknowledgement/ask': refused({ people: askers, visit: ofLumen() }, 200),
  // Rui sees this document too, and a customer asks nobody.
  'POST /documents/:id/acknowledgement/ask': {
    ...refused({
      people: askers,
      visit: (world, records) => ({
        params: { id: records.documents.everyAccount },
        body: { version: '1', accountIds: [world.accounts.lumen], engineering: '1' },
      }),
    }),
    otherAccount: 403,
  },
  'GET /documents/:id/acknowledgement/respond': unseen({ people: readers, visit: ofLumen() }),
  'POST /documents/:id/acknowledgement/respond': unseen(
    { people: readers, visit: ofLumen({ version: '1', outcome: 'rejected', text: 'No' }) },
    409,
  ),
  'GET /documents/:id/acknowledgement/samples': unseen({ people: readers, visit: ofLumen() }),
  'POST /documents/:id/acknowledgement/samples': unseen(
    {
      people: readers,
      visit: ofLumen({ version: '1', kind: 'samples_requested', text: 'Ten pieces' }),
    },
    409,
  ),
  'GET /documents/:id/acknowledgement/question': unseen({ people: readers, visit: ofLumen() }),
  'POST /documents/:id/acknowledgement/question': unseen(
    {
      people: readers,
      visit: ofLumen({ version: '1', kind: 'information_requested', text: 'Which test?' }),
    },
    409,
  ),
  // Nothing is asked there.
  'GET /documents/:id/acknowledgement/inform': refused(
    {
      people: askers,
      visit: (world, records) => ({
        params: { id: records.documents.lumenEngineers },
        query: `?version=1&account=${world.accounts.lumen}`,
      }),
    },
    409,
  ),
  'POST /documents/:id/acknowledgement/inform': refused(
    {
      people: askers,
      visit: (world, records) => ({
        params: { id: records.documents.lumenEngineers },
        body: { version: '1', accountId: world.accounts.lumen, text: 'The salt mist.' },
      }),
    },
    409,
  ),
  'POST /documents/:id/acknowledgement/implement': refused({
    people: askers,
    visit: (world, records) => ({
      params: { id: records.documents.lumenEngineers },
      body: { version: '1', accountId: world.accounts.lumen },
    }),
  }),
  'GET /documents/:id/acknowledgement/evidence': unseen({ people: readers, visit: ofLumen() }),
  'GET /documents/change-notices': everybody({ people: readers }),
  // A technical note has no change to show, for nobody.
  'GET /documents/:id/notice': unseen({ people: readers, visit: ofLumen() }, 404),
  'GET /documents/:id/notice/edit': unseen({ people: askers, visit: ofLumen() }, 404),
  'POST /documents/:id/notice/edit': unseen(
    {
      people: askers,
      visit: ofLumen({
        ...{ type: 'pcn', pattern: 'CMD-075-4', reasons: 'MATER', categories: 'ACEL' },
        PCN: '2026-03-02',
      }),
    },
    404,
  ),
  'GET /documents/:id/notice/export': unseen({ people: readers, visit: ofLumen() }, 404),
}
