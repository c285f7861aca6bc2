import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'

/** The names of those who are tried, in order. */
const ruled = z.object({ names: z.array(z.string()), function: z.enum(memberFunctions).nullable() })
const away = z.object({ name: z.string(), firstDay: z.string(), lastDay: z.string() })

export const routingRuleEvents = defineEvents('routingRule', {
  changed: { version: 1, payload: ruled },
  removed: { version: 1, payload: ruled },
  moved: { version: 1, payload: ruled.extend({ place: z.int() }) },
})

export const absenceEvents = defineEvents('absence', {
  told: { version: 1, payload: away.extend({ deputyId: z.uuid().nullable(), deputyName: z.string() }) },
  ended: { version: 1, payload: away },
})

export type RoutingEventType =
  | keyof typeof routingRuleEvents.definitions
  | keyof typeof absenceEvents.definitions
