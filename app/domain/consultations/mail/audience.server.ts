import { type Audience, nobody, whoActed } from '#app/domain/events/audience.ts'
import type { ReceivedMailEventType } from './events.ts'

/** The person in whose name a mail came, in each membership that it could speak for. */
const whoseName: Audience = async ({ payload }) => {
  const { memberIds } = payload
  return Array.isArray(memberIds) ? memberIds.map(String) : []
}

export const receivedMailAudience = {
  'receivedMail.held': whoseName,
  'receivedMail.refused': whoseName,
  'receivedMail.discarded': nobody,
  'receivedMail.notAccepted': whoActed,
  'questionAddress.set': nobody,
} satisfies Record<ReceivedMailEventType, Audience>
