import { hashToken } from '#app/domain/auth/token.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type InvitationState, invitationState } from '../invitation.ts'

export interface FoundInvitation {
  state: InvitationState
  email: string
  name: string
  organizationName: string
  inviterName: string
  /** The inviter's organization, when it is another one. */
  onBehalfOf: string | null
  /** The address can sign in already. */
  isKnown: boolean
}

/** The invitation of a link, for whoever holds it. Null for a token that is none. */
export async function findInvitation(token: string): Promise<FoundInvitation | null> {
  const database = unscopedPrisma()
  const invitation = await database.invitation.findUnique({ where: { tokenHash: hashToken(token) } })
  if (!invitation) return null
  const { email, name, organizationId, inviterId, invitedById } = invitation
  const [organizations, inviter, known] = await Promise.all([
    database.organization.findMany({ where: { id: { in: [organizationId, inviterId] } } }),
    database.membership.findUnique({ where: { id: invitedById }, select: { name: true } }),
    database.credential.count({ where: { user: { email } } }),
  ])
  const nameOf = (id: string) => organizations.find((organization) => organization.id === id)?.name ?? ''
  return {
    ...{ email, name, state: invitationState(invitation, now()), isKnown: known > 0 },
    ...{ organizationName: nameOf(organizationId), inviterName: inviter?.name ?? '' },
    onBehalfOf: inviterId === organizationId ? null : nameOf(inviterId),
  }
}
