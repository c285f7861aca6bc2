import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { refused, reserved, type Table } from './row.ts'

const admins = { wrongFunction: 'ingrid', right: 'admin' } as const
const suppliers = { wrongFunction: 'lin', right: 'ingrid' } as const

const rule =
  (which: 'rule' | 'unwanted' = 'rule', body?: (world: World) => Record<string, string>) =>
  (world: World, { routing }: Records) => ({ params: { ruleId: routing[which] }, body: body?.(world) })
const toDev = ({ people }: World) => ({ function: 'quality', 'memberIds[0]': people.dev.membershipId })

/** Rules are decided by the supplier's administrators and seen by its people; absences are each one's own. */
export const routingRows: Table = {
  'GET /consultations/routing': reserved({ people: suppliers }),
  'GET /consultations/routing/new': reserved({ people: admins }),
  'POST /consultations/routing/new': reserved(
    { people: admins, visit: (world) => ({ body: toDev(world) }) },
    302,
  ),
  'GET /consultations/routing/:ruleId': reserved({ people: admins, visit: rule() }),
  'POST /consultations/routing/:ruleId': {
    ...refused({ people: admins, visit: rule('rule', toDev) }),
    otherAccount: 403,
  },
  'POST /consultations/routing/:ruleId/move': {
    ...refused({ people: admins, visit: rule('rule', () => ({ to: 'later' })) }),
    otherAccount: 403,
  },
  'POST /consultations/routing/:ruleId/remove': {
    ...refused({ people: admins, visit: rule('unwanted') }),
    otherAccount: 403,
  },
  'GET /members/absences': reserved({ people: suppliers }),
  'GET /members/absences/new': reserved({ people: suppliers }),
  'POST /members/absences/new': reserved(
    {
      people: { wrongFunction: 'lin', right: 'ingrid' },
      visit: ({ people }) => ({
        body: {
          membershipId: people.ingrid.membershipId,
          firstDay: '2098-01-01',
          lastDay: '2098-01-02',
        },
      }),
    },
    302,
  ),
  'POST /members/absences/:absenceId/end': refused({
    people: admins,
    visit: (_, { routing }) => ({ params: { absenceId: routing.absence } }),
  }),
}
