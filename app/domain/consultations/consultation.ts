import type { Side } from '#app/domain/access/actor.ts'
import type { Language } from '#app/i18n/languages.ts'

export const consultationStatuses = [
  ...(['new', 'assigned', 'waiting_for_customer', 'waiting_for_supplier'] as const),
  ...(['answered', 'accepted', 'closed', 'reopened', 'merged'] as const),
] as const
export type ConsultationStatus = (typeof consultationStatuses)[number]

/** Those in which somebody is waiting: for the supplier, or for the customer's word. */
export const openStatuses = [
  ...(['new', 'assigned', 'waiting_for_customer', 'waiting_for_supplier'] as const),
  ...(['answered', 'reopened'] as const),
] as const satisfies ConsultationStatus[]

/** How far it is, as a shape and a tone of the status badge. */
export const statusLooks = {
  new: { shape: 'ring', tone: 'strong' },
  assigned: { shape: 'half', tone: 'neutral' },
  waiting_for_customer: { shape: 'pause', tone: 'neutral' },
  waiting_for_supplier: { shape: 'half', tone: 'strong' },
  answered: { shape: 'most', tone: 'neutral' },
  accepted: { shape: 'check', tone: 'positive' },
  closed: { shape: 'check', tone: 'neutral' },
  reopened: { shape: 'pause', tone: 'danger' },
  merged: { shape: 'dashed', tone: 'neutral' },
} as const satisfies Record<ConsultationStatus, { shape: string; tone: string }>

export const messageLanes = ['shared', 'internal', 'private'] as const
export type MessageLane = (typeof messageLanes)[number]

/** The lane of notes that a side keeps to itself. */
export const noteLanes: Record<Side, MessageLane> = { supplier: 'internal', customer: 'private' }

/** The side that alone reads a lane; null for both. */
export const laneSides: Record<MessageLane, Side | null> = {
  shared: null,
  internal: 'supplier',
  private: 'customer',
}

/** A lane by its name; without one it is what both sides read. */
export function readLane(name: unknown): MessageLane {
  return messageLanes.find((lane) => lane === name) ?? 'shared'
}

/** What a side reads and writes. */
export function lanesOf(side: Side): MessageLane[] {
  return ['shared', noteLanes[side]]
}

export function consultationNumber(number: number): string {
  return `C-${String(number).padStart(4, '0')}`
}

export const consultationLimits = { orderNumber: 40, subject: 200, message: 20_000, reason: 2_000 } as const

/** How many messages a thread shows at once; earlier ones are a page away. */
export const messagesOnPage = 100

/** The language that a text is searched in: its script decides, else what its author speaks. */
export function languageOfText(text: string, author: string): Language {
  if (/\p{Script=Han}/u.test(text)) return 'zh'
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru'
  return author === 'pt' ? 'pt' : 'en'
}
