import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { RoutingEventType } from './events.ts'

/** Whoever stands in learns of it. */
const deputy: Audience = async ({ payload }) =>
  typeof payload.deputyId === 'string' ? [payload.deputyId] : []

export const routingAudience = {
  'routingRule.changed': nobody,
  'routingRule.removed': nobody,
  'routingRule.moved': nobody,
  'absence.told': deputy,
  'absence.ended': nobody,
} satisfies Record<RoutingEventType, Audience>
