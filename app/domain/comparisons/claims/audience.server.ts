import type { Audience } from '#app/domain/events/audience.ts'
import { otherSide } from '../audience.server.ts'
import type { ClaimEventType } from './events.ts'

/** While it is prepared nobody; then whoever of the customer works with it. */
const whoRelies: Audience = async (event, database) =>
  event.side === 'supplier' ? [] : otherSide(event, database)

const owner: Audience = async ({ payload: { memberId } }) => (typeof memberId === 'string' ? [memberId] : [])

export const claimAudience = {
  'comparison.competitorsMarked': whoRelies,
  'comparison.claimAdded': whoRelies,
  'comparison.claimChanged': whoRelies,
  'comparison.claimWithdrawn': whoRelies,
  'comparison.claimEndsSoon': owner,
} satisfies Record<ClaimEventType, Audience>
