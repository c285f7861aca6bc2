import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { account, everybody, type Table, unseen } from './row.ts'

const macro =
  (name: keyof Records['macros'], body?: Record<string, string>) => (_: World, records: Records) => ({
    params: { macroId: records.macros[name] },
    body,
  })
const written = { name: 'Which firmware', reach: 'personal', 'texts.en': 'Hello' }

/** A personal one is nobody else's; each side has its own. */
const owners = { wrongFunction: 'dev', right: 'ingrid' } as const

export const macroRows: Table = {
  'GET /consultations/macros': everybody(),
  'GET /consultations/macros/new': everybody(),
  'POST /consultations/macros/new': {
    ...{ anonymous: 302, otherAccount: 302, wrongFunction: 302, right: 302 },
    visit: () => ({ body: written }),
  },
  'GET /consultations/macros/:macroId': unseen({ people: owners, visit: macro('ingrids') }),
  'POST /consultations/macros/:macroId': unseen({ people: owners, visit: macro('ingrids', written) }, 302),
  'POST /consultations/macros/:macroId/retire': unseen(
    { people: owners, visit: macro('ingrids', { isRetired: 'yes' }) },
    302,
  ),
  'GET /consultations/:id/macros': account({
    visit: (_, records) => ({ params: { id: records.consultations.lumen } }),
  }),
}
