import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import { account, refused, type Table, unseen } from './row.ts'

const lumens = (_: World, { consultations }: Records) => ({ params: { id: consultations.lumen } })
/** Sofia was named by Rui, whose function was asked; Ana asked nothing and is of another function; Lin is elsewhere. */
const inAurora = { otherAccount: 'lin', wrongFunction: 'ana', right: 'rui' } as const
const sofia = ({ people }: World, { lent }: Records, more: Record<string, string>) => ({
  params: { id: lent.consultation },
  body: { memberId: people.sofia.membershipId, revision: '1', ...more },
})

export const participantRows: Table = {
  'GET /consultations/:id/people': account({ visit: lumens }),
  'POST /consultations/:id/people': refused({
    people: { wrongFunction: 'wu', right: 'lin' },
    visit: (world, records) => ({
      ...lumens(world, records),
      body: { memberId: world.people.chen.membershipId, grade: 'write' },
    }),
  }),
  'POST /consultations/:id/people/change': refused({
    people: inAurora,
    visit: (world, records) => sofia(world, records, { grade: 'decide' }),
  }),
  'GET /consultations/:id/people/remove': unseen({
    people: inAurora,
    visit: ({ people }, { lent }) => ({
      params: { id: lent.consultation },
      query: `?member=${people.sofia.membershipId}`,
    }),
  }),
  'POST /consultations/:id/people/remove': refused({
    people: inAurora,
    visit: (world, records) => sofia(world, records, {}),
  }),
}
