import type { Actor, MemberFunction, Side } from '#app/domain/access/actor.ts'
import { newToken } from '#app/domain/auth/token.server.ts'
import { queueMail } from '#app/domain/notifications/mail.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { expiryFrom, invitationDays } from './invitation.ts'

export interface NewInvitation {
  organization: { id: string; name: string; language: string }
  side: Side
  accountId: string | null
  email: string
  name: string
  functions: MemberFunction[]
  isAdministrator: boolean
}

/** Writes an invitation and queues its mail in the caller's transaction; returns its id. */
export async function writeInvitation(tx: Tx, actor: Actor, invitation: NewInvitation): Promise<string> {
  const { token, tokenHash } = newToken()
  const { organization, ...rest } = invitation
  const { id } = await tx.invitation.create({
    data: {
      ...rest,
      ...{
        organizationId: organization.id,
        inviterId: actor.organizationId,
        invitedById: actor.membershipId,
      },
      ...{ tokenHash, createdAt: now(), expiresAt: expiryFrom(now()) },
    },
    select: { id: true },
  })
  await mailInvitation(tx, actor, { ...invitation, token })
  return id
}

/** Queues the mail with the link; the token stands nowhere else. */
export async function mailInvitation(
  tx: Tx,
  actor: Actor,
  {
    organization,
    email,
    name,
    token,
  }: Pick<NewInvitation, 'organization' | 'email' | 'name'> & { token: string },
): Promise<void> {
  await queueMail(tx, {
    ...{ to: email, language: organization.language, template: 'invitation' },
    props: {
      ...{ name, inviterName: actor.name, organizationName: organization.name, days: invitationDays },
      url: `${environment().publicUrl}${paths.invitation(token)}`,
      onBehalfOf: organization.id === actor.organizationId ? null : actor.organizationName,
    },
  })
}
