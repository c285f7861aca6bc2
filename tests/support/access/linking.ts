import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { account, refused, type Table, unseen } from './row.ts'

const of =
  (id: (records: Records) => string, body?: (records: Records) => Record<string, string>) =>
  (_: World, records: Records) => ({ params: { id: id(records) }, body: body?.(records) })
const lumens = (records: Records) => records.consultations.lumen
const other = (records: Records) => ({ otherId: records.consultations.answered })

/** Related by whoever reads both; merged by the supplier and whoever speaks for both: Chen asked neither. */
const mergers = { wrongFunction: 'chen', right: 'ingrid' } as const

/** A note is begun by whoever writes documents. */
const writers = { wrongFunction: 'tomas', right: 'ingrid' } as const

export const linkingRows: Table = {
  'GET /consultations/:id/links': account({ visit: of(lumens) }),
  'POST /consultations/:id/links': account({ visit: of(lumens, other) }, 302),
  'POST /consultations/:id/links/remove': account({ visit: of(lumens, other) }, 302),
  'GET /consultations/:id/note': refused({ people: writers, visit: of(lumens) }, 200),
  'POST /consultations/:id/note': refused({
    people: writers,
    visit: (_, records) => ({
      params: { id: lumens(records) },
      body: { title: 'Derating', kind: 'technical_note', messageIds: records.messages.shared },
    }),
  }),
  'GET /consultations/:id/offers': account({ visit: of(lumens) }),
  // Of a note that somebody does not see there is no offer.
  'POST /consultations/:id/offers': unseen(
    {
      people: { right: 'lin' },
      visit: of(lumens, ({ offer }) => ({ offerId: offer, outcome: 'helpful' })),
    },
    302,
  ),
  'GET /documents/:id/offers': unseen({ visit: of(({ documents }) => documents.everyAccount) }),
  'POST /documents/:id/offers': unseen(
    {
      visit: of(
        ({ documents }) => documents.everyAccount,
        ({ consultations }) => ({ version: '1', consultationIds: consultations.answered }),
      ),
    },
    302,
  ),
  'GET /consultations/:id/merge': refused(
    {
      people: mergers,
      visit: (_, records) => ({
        params: { id: lumens(records) },
        query: `?into=${records.consultations.answered}`,
      }),
    },
    200,
  ),
  'POST /consultations/:id/merge': refused({
    people: mergers,
    visit: of(
      (records) => records.acrossAccounts,
      (records) => ({ intoId: records.consultations.answered }),
    ),
  }),
  'POST /consultations/:id/merge/undo': refused({ people: mergers, visit: of(({ merged }) => merged) }),
}
