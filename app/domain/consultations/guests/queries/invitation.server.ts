import { hashToken } from '#app/domain/auth/token.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import { type GuestState, guestState } from '../guest.ts'

export interface FoundGuest {
  state: GuestState
  email: string
  name: string
  organizationName: string
  inviterName: string
  inviterOrganization: string
  endsOn: string
  /** The address can sign in already. */
  isKnown: boolean
}

/** The invitation of a link, for whoever holds it. Null for a token that is none. */
export async function findGuest(token: string): Promise<FoundGuest | null> {
  const guest = await unscopedPrisma().consultationGuest.findUnique({
    relationLoadStrategy: 'join',
    where: { tokenHash: hashToken(token) },
    include: { invitedBy: { select: { name: true, organization: { select: { name: true } } } } },
  })
  if (!guest) return null
  const { email, name, organizationName, invitedBy } = guest
  const known = await unscopedPrisma().credential.count({ where: { user: { email } } })
  return {
    ...{ email, name, organizationName, state: guestState(guest, now()), isKnown: known > 0 },
    ...{ inviterName: invitedBy.name, inviterOrganization: invitedBy.organization.name },
    endsOn: dayOf(guest.endsOn),
  }
}
