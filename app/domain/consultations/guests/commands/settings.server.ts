import type { SignedIn } from '#app/domain/auth/session.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { GuestSettings } from '../forms.ts'

/** Keeps a person's own language, and whether it is told by mail of what is written where it is a guest. */
export async function saveGuestSettings(
  { userId }: SignedIn,
  { language, wantsMail }: GuestSettings,
): Promise<void> {
  await unscopedPrisma().$transaction([
    unscopedPrisma().user.update({ where: { id: userId }, data: { language } }),
    unscopedPrisma().consultationGuest.updateMany({ where: { member: { userId } }, data: { wantsMail } }),
  ])
}
