import { type Actor, functionsOf, type MemberFunction } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { newToken } from '#app/domain/auth/token.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { invitationEvents } from '../events.ts'
import type { InviteInput } from '../forms.ts'
import { expiryFrom } from '../invitation.ts'
import { mailInvitation, writeInvitation } from '../invite.server.ts'
import { invitationPolicy, memberPolicy } from '../policy.ts'
import { visibleColleagues, visibleInvitations } from '../scope.server.ts'

/**
 * Invites a person to the actor's own side; returns the invitation's id.
 * @throws Forbidden, Invalid for an address that is a member or was invited already
 */
export async function inviteMember(actor: Actor, input: InviteInput): Promise<string> {
  return transact(async (tx) => {
    authorize(memberPolicy.invite(actor))
    requireFunctions(actor, input.functions)
    await requireNewAddress(tx, actor, input.email)
    const { organizationId, organizationName, side } = actor
    const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } })
    const id = await writeInvitation(tx, actor, { ...input, organization, side, accountId: null })
    const payload = { name: input.name, email: input.email, organizationName }
    await record(tx, actor, invitationEvents.sent({ id, organizationId }, payload, side))
    return id
  })
}

/** A side's people have the functions of that side. */
export function requireFunctions(actor: Actor, functions: MemberFunction[]): void {
  if (!functions.every((fn) => functionsOf(actor.side).includes(fn))) {
    throw new Invalid('functions', 'common:error.unknown')
  }
}

async function requireNewAddress(tx: Tx, actor: Actor, email: string): Promise<void> {
  const member = await tx.membership.findFirst({
    where: { AND: [visibleColleagues(actor), { user: { email } }] },
  })
  if (member) {
    throw new Invalid(
      'email',
      member.deactivatedAt ? 'accounts:error.deactivated' : 'accounts:error.alreadyMember',
    )
  }
  const { organizationId, side } = actor
  const open = { acceptedAt: null, withdrawnAt: null }
  if (await tx.invitation.findFirst({ where: { organizationId, side, email, ...open } })) {
    throw new Invalid('email', 'accounts:error.alreadyInvited')
  }
}

/** What can still be repeated or withdrawn. */
async function getPending(actor: Actor, id: string, tx: Tx) {
  const invitation = await tx.invitation.findFirst({
    where: { AND: [{ id: requireId(id) }, visibleInvitations(actor)] },
  })
  if (!invitation) throw new NotFound()
  authorize(invitationPolicy.change(actor, invitation))
  if (invitation.acceptedAt) throw new Conflict('accounts:error.invitationAccepted')
  if (invitation.withdrawnAt) throw new Conflict('accounts:error.invitationWithdrawn')
  const organization = await tx.organization.findUniqueOrThrow({ where: { id: invitation.organizationId } })
  return { ...invitation, organization }
}

type Pending = Awaited<ReturnType<typeof getPending>>

const payloadOf = ({ name, email, organization }: Pending) => ({
  name,
  email,
  organizationName: organization.name,
})

/** The event belongs to the side that the invitation leads to, or to the inviter when it opens an account. */
const subjectOf = ({ id, inviterId, organizationId, accountId }: Pending) =>
  accountId ? { id, organizationId: inviterId, accountId } : { id, organizationId }

/**
 * Sends an invitation again, with a new link and seven new days; the earlier link stops working.
 * @throws NotFound, Forbidden, Conflict
 */
export async function repeatInvitation(actor: Actor, id: string): Promise<void> {
  await transact(async (tx) => {
    const invitation = await getPending(actor, id, tx)
    const { token, tokenHash } = newToken()
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null, withdrawnAt: null },
      data: { tokenHash, expiresAt: expiryFrom(now()) },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    await mailInvitation(tx, actor, { ...invitation, token })
    await record(
      tx,
      actor,
      invitationEvents.repeated(subjectOf(invitation), payloadOf(invitation), actor.side),
    )
  })
}

/** @throws NotFound, Forbidden, Conflict */
export async function withdrawInvitation(actor: Actor, id: string): Promise<void> {
  await transact(async (tx) => {
    const invitation = await getPending(actor, id, tx)
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now() },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    await record(
      tx,
      actor,
      invitationEvents.withdrawn(subjectOf(invitation), payloadOf(invitation), actor.side),
    )
  })
}
