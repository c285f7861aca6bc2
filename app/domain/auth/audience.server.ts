import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { UserEventType } from './events.ts'

/** Sign-ins are for the audit; they ring nobody's bell. */
export const authAudience = {
  'user.signedIn': nobody,
  'user.signInRefused': nobody,
  'user.signedOut': nobody,
  'user.membershipSwitched': nobody,
  'user.sessionRevoked': nobody,
  'user.passwordChanged': nobody,
  'user.passwordReset': nobody,
  'user.preferencesChanged': nobody,
  'user.organizationSetUp': nobody,
} satisfies Record<UserEventType, Audience>
