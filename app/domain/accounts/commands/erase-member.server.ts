import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { i18nFor } from '#app/i18n/i18n.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { memberEvents } from '../events.ts'
import { memberPolicy } from '../policy.ts'
import { getMember } from '../queries/members.server.ts'

/**
 * Replaces a former colleague's name and address in everything that the organization recorded (migration 0061,
 * app/decisions/034). It cannot be undone, so `name` repeats whose it is. What the person wrote and signed stays.
 * @throws NotFound, Forbidden, Conflict while the member is active or once it is erased, Invalid for another name
 */
export async function eraseMember(actor: Actor, membershipId: string, name: string): Promise<void> {
  await transact(async (tx) => {
    const member = await getMember(actor, membershipId, tx)
    authorize(memberPolicy.change(actor))
    if (member.erasedAt) throw new Conflict('accounts:error.erasedAlready')
    if (!member.deactivatedAt) throw new Conflict('accounts:error.deactivateFirst')
    if (!isSameName(name, member.name)) throw new Invalid('name', 'accounts:error.nameDiffers')
    const { language } = await tx.organization.findUniqueOrThrow({ where: { id: actor.organizationId } })
    // One name for everybody who reads it, as any other: in the language of the person's organization.
    const replacement = i18nFor(language).getFixedT(null, 'accounts')('members.erasedPerson')
    await tx.$queryRaw`
      SELECT app_erase_person(${membershipId}::uuid, ${replacement}, ${uuidv7()}::uuid, ${now()}::timestamptz)::text`
    const subject = { id: membershipId, organizationId: actor.organizationId }
    await record(tx, actor, memberEvents.erased(subject, {}, actor.side))
  })
}

/** As a person types it: composed in another way, with other spaces. */
function isSameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  return plain(typed) === plain(name)
}
