/** What a guest may do: never decide. */
export const guestGrades = ['read', 'write'] as const

/** Which messages a guest sees: those from its invitation on, or all that both sides wrote. */
export const guestViews = ['fromNow', 'all'] as const

export const guestLimits = { guests: 50, months: 12, text: 120 }

/** How a guest stands at present. */
export type GuestState = 'invited' | 'open' | 'over' | 'ended'

interface Dates {
  acceptedAt: Date | null
  endedAt: Date | null
  endsAt: Date
}

export function guestState({ acceptedAt, endedAt, endsAt }: Dates, at: Date): GuestState {
  if (endedAt) return 'ended'
  if (endsAt.getTime() <= at.getTime()) return 'over'
  return acceptedAt ? 'open' : 'invited'
}
