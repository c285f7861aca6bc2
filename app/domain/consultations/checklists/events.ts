import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'
import { messageLanes } from '../consultation.ts'

const list = z.object({
  ...{ number: z.string(), subject: z.string(), lane: z.enum(messageLanes) },
  ...{ checklistId: z.uuid(), name: z.string() },
})
const item = list.extend({ itemId: z.uuid(), item: z.string() })

/** What happens to the checklists of a consultation. Each carries the side of its lane. */
export const checklistEvents = defineEvents('consultation', {
  checklistStarted: { version: 1, payload: list },
  checklistTicked: { version: 1, payload: item.extend({ isDone: z.boolean() }) },
  checklistAssigned: { version: 1, payload: item.extend({ assigneeId: z.uuid().nullable() }) },
  checklistChanged: { version: 1, payload: item.extend({ change: z.enum(['added', 'moved', 'removed']) }) },
})

const template = z.object({ name: z.string(), function: z.enum(memberFunctions).nullable() })

export const checklistTemplateEvents = defineEvents('checklistTemplate', {
  written: { version: 1, payload: template },
  retired: { version: 1, payload: template },
  restored: { version: 1, payload: template },
})

export type ChecklistEventType =
  | keyof typeof checklistEvents.definitions
  | keyof typeof checklistTemplateEvents.definitions
