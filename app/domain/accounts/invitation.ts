export const invitationDays = 7

export type InvitationState = 'open' | 'expired' | 'accepted' | 'withdrawn'

interface Dates {
  expiresAt: Date
  acceptedAt: Date | null
  withdrawnAt: Date | null
}

export function invitationState({ expiresAt, acceptedAt, withdrawnAt }: Dates, at: Date): InvitationState {
  if (acceptedAt) return 'accepted'
  if (withdrawnAt) return 'withdrawn'
  return expiresAt.getTime() > at.getTime() ? 'open' : 'expired'
}

export function expiryFrom(at: Date): Date {
  return new Date(at.getTime() + invitationDays * 24 * 3600_000)
}
