import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { account, type Row, reserved, type Table, unseen } from './row.ts'

const lumens = (records: Records) => ({ id: records.consultations.lumen })
const item = (body?: Record<string, string>) => (_: World, records: Records) => ({
  params: { ...lumens(records), itemId: records.checklists.internal.item },
  body,
})
/** An internal one: the customer's side does not know that it is there. */
const internal = (visit: Row['visit']) =>
  unseen({ people: { wrongFunction: 'lin', right: 'ingrid' }, visit }, 302)

const template = (body?: Record<string, string>) => (_: World, records: Records) => ({
  params: { templateId: records.checklistTemplates.halden },
  body,
})
const keepers = { otherAccount: 'rui', wrongFunction: 'ingrid', right: 'admin' } as const
/** Of another side it is not even seen. */
const kept = (right: 200 | 302, visit: Row['visit']): Row => ({
  ...reserved({ people: keepers, visit }, right),
  otherAccount: 404,
})
const written = { name: '8D', items: 'Contain' }

export const checklistRows: Table = {
  'GET /consultations/:id/checklists': account({ visit: (_, records) => ({ params: lumens(records) }) }),
  'POST /consultations/:id/checklists': {
    ...{ anonymous: 302, otherAccount: 404, wrongFunction: 403, right: 302 },
    people: { wrongFunction: 'lin', right: 'ingrid' },
    visit: (_, records) => ({ params: lumens(records), body: { ...written, lane: 'internal' } }),
  },
  'POST /consultations/:id/checklists/:checklistId/items': internal((_, records) => ({
    params: { ...lumens(records), checklistId: records.checklists.internal.list },
    body: { text: 'Compare' },
  })),
  'POST /consultations/:id/checklists/items/:itemId/tick': internal(item({ isDone: 'yes' })),
  'POST /consultations/:id/checklists/items/:itemId/move': internal(item({ direction: 'up' })),
  'POST /consultations/:id/checklists/items/:itemId/assign': internal(item({})),
  'POST /consultations/:id/checklists/items/:itemId/remove': internal(item()),
  'GET /consultations/checklists': reserved({ people: keepers }),
  'GET /consultations/checklists/new': reserved({ people: keepers }),
  'POST /consultations/checklists/new': reserved({ people: keepers, visit: () => ({ body: written }) }, 302),
  'GET /consultations/checklists/:templateId': kept(200, template()),
  'POST /consultations/checklists/:templateId': kept(302, template(written)),
  'POST /consultations/checklists/:templateId/retire': kept(302, template({ isRetired: 'yes' })),
}
