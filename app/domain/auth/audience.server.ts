import { type Audience, nobody, whoActed } from '#app/domain/events/audience.ts'
import type { UserEventType } from './events.ts'

/** Sign-ins are for the audit; a changed password is told to the person itself, who may not be the one that changed it. */
export const authAudience = {
  'user.signedIn': nobody,
  'user.signInRefused': nobody,
  'user.signedOut': nobody,
  'user.membershipSwitched': nobody,
  'user.sessionRevoked': nobody,
  'user.passwordChanged': whoActed,
  'user.passwordReset': whoActed,
  'user.preferencesChanged': nobody,
  'user.organizationSetUp': nobody,
} satisfies Record<UserEventType, Audience>
