import type { z } from 'zod'
import type { Side } from '#app/domain/access/actor.ts'

/** The record that an event is about, as its tables know it. */
export interface EventSubject {
  id: string
  /** The supplier for everything that hangs from an account; else the organization itself. */
  organizationId: string
  accountId?: string | null
}

export interface EventDefinition {
  /** Version of the payload's shape. A changed shape is a new version; stored events are never edited. */
  version: number
  payload: z.ZodType
}

/** An event before it is recorded. */
export interface NewEvent {
  type: string
  version: number
  organizationId: string
  accountId: string | null
  side: Side | null
  subjectType: string
  subjectId: string
  payload: unknown
  schema: z.ZodType
}

type Payloads = Record<string, EventDefinition>
type PayloadOf<D extends EventDefinition> = z.input<D['payload']>

export type EventMakers<Subject extends string, D extends Payloads> = {
  [Name in keyof D & string]: (
    subject: EventSubject,
    payload: PayloadOf<D[Name]>,
    /** Set when only this side may know of it. */
    side?: Side | null,
  ) => NewEvent & { type: `${Subject}.${Name}` }
} & { definitions: { [Name in keyof D & string as `${Subject}.${Name}`]: D[Name] } }

/** Declares the events of one kind of record: `defineEvents('consultation', { asked: { version: 1, payload } })`. */
export function defineEvents<Subject extends string, D extends Payloads>(
  subjectType: Subject,
  definitions: D,
): EventMakers<Subject, D> {
  const makers: Record<string, unknown> = {}
  const byType: Record<string, unknown> = {}
  for (const [name, definition] of Object.entries(definitions)) {
    const type = `${subjectType}.${name}`
    byType[type] = definition
    makers[name] = (subject: EventSubject, payload: unknown, side: Side | null = null): NewEvent => ({
      type,
      version: definition.version,
      organizationId: subject.organizationId,
      accountId: subject.accountId ?? null,
      side,
      subjectType,
      subjectId: subject.id,
      payload,
      schema: definition.payload,
    })
  }
  return { ...makers, definitions: byType } as EventMakers<Subject, D>
}
