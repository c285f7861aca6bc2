import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { type Row, type Table, unseen } from './row.ts'

const people = { wrongFunction: 'lin', right: 'ingrid' } as const
const of = (body?: Record<string, string>) => (_: World, records: Records) => ({
  params: { id: records.consultations.lumen, partId: records.parts.lumen.part },
  body,
})
/** For the customer's side there is none of it. */
const page = unseen({ people, visit: of() })
/** With a revision that is not the one that stands. */
const late = (body: Record<string, string> = {}): Row =>
  unseen({ people, visit: of({ revision: '9', ...body }) }, 409)
const asked = { question: 'Which batch?', function: 'quality', dueOn: '2027-06-01' }

export const partRows: Table = {
  'GET /consultations/parts': unseen({ people }),
  'GET /consultations/:id/parts': page,
  'POST /consultations/:id/parts': unseen({ people, visit: of(asked) }, 302),
  'GET /consultations/:id/parts/assemble': page,
  'POST /consultations/:id/parts/assemble': unseen({ people, visit: of() }, 409),
  'GET /consultations/:id/parts/draft': page,
  'POST /consultations/:id/parts/draft': late({ body: 'Change it', functions: 'engineering' }),
  'GET /consultations/:id/parts/sign': page,
  'POST /consultations/:id/parts/sign': late({ functions: 'engineering', act: 'sign' }),
  'GET /consultations/:id/parts/release': page,
  'POST /consultations/:id/parts/release': late(),
  'GET /consultations/:id/parts/:partId': page,
  'POST /consultations/:id/parts/:partId': late({ contribution: 'Batch 7', act: 'save' }),
  'GET /consultations/:id/parts/:partId/change': page,
  'POST /consultations/:id/parts/:partId/change': late(asked),
  'GET /consultations/:id/parts/:partId/withdraw': page,
  'POST /consultations/:id/parts/:partId/withdraw': late({ reason: 'Not needed' }),
  'GET /consultations/:id/parts/:partId/return': page,
  'POST /consultations/:id/parts/:partId/return': late({ reason: 'Which year?' }),
  'GET /consultations/:id/parts/:partId/take-back': page,
  'POST /consultations/:id/parts/:partId/take-back': late(),
  'GET /consultations/:id/parts/:partId/files/:fileId': unseen({
    people,
    visit: (_, records) => ({
      params: {
        ...{ id: records.consultations.lumen, partId: records.parts.lumen.handedIn },
        fileId: records.parts.lumen.file,
      },
    }),
  }),
}
