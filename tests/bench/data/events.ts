import { instant, type Row } from './insert.ts'
import type { Member } from './people.ts'
import type { Random } from './random.ts'

export interface Happened {
  at: number
  type: string
  actor: Member
  organizationId: string
  accountId: string | null
  side?: 'supplier' | 'customer' | null
  subjectId: string
  payload: Record<string, unknown>
  /** Whom the bell told. */
  told?: string[]
}

/** Collects what happened, to be written in the order of time. */
export class Chronicle {
  private readonly happened: Happened[] = []

  add(event: Happened): void {
    this.happened.push(event)
  }

  /** Events, and the newest `limit` notifications about them. */
  rows(random: Random, limit: number): { events: Row[]; notifications: Row[] } {
    const inOrder = this.happened.sort((a, b) => a.at - b.at)
    const ids = inOrder.map(({ at }) => random.id(at))
    const events = inOrder.map((event, place) => eventRow(event, ids[place] ?? ''))
    const notifications: Row[] = []
    for (let place = inOrder.length - 1; place >= 0 && notifications.length < limit; place -= 1) {
      const event = inOrder[place]
      for (const member of event?.told ?? []) {
        if (event) notifications.push(notificationRow(random, event, ids[place] ?? '', member))
      }
    }
    return { events, notifications: notifications.reverse() }
  }
}

function eventRow(event: Happened, id: string): Row {
  return {
    ...{
      id,
      type: event.type,
      version: 1,
      organization_id: event.organizationId,
      account_id: event.accountId,
    },
    ...{ side: event.side ?? null, subject_type: event.type.split('.')[0], subject_id: event.subjectId },
    ...{
      actor_id: event.actor.id,
      actor_name: event.actor.name,
      actor_organization_id: event.actor.organizationId,
    },
    ...{ payload: event.payload, occurred_at: instant(event.at), request_id: id.slice(-12) },
    ...{ ip_address: '192.0.2.10', user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0' },
  }
}

function notificationRow(random: Random, event: Happened, eventId: string, membershipId: string): Row {
  const isRead = random.chance(0.85)
  return {
    ...{
      id: random.id(event.at),
      membership_id: membershipId,
      event_id: eventId,
      account_id: event.accountId,
    },
    ...{ type: event.type, subject_type: event.type.split('.')[0], subject_id: event.subjectId },
    payload: { actor: event.actor.name, ...event.payload },
    created_at: instant(event.at),
    read_at: isRead ? instant(event.at + 3_600_000) : null,
  }
}
