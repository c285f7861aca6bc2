import type { MemberFunction } from '#app/domain/access/actor.ts'

export const receivedMailStatuses = ['received', 'taken', 'held', 'refused', 'ignored', 'discarded'] as const
export type ReceivedMailStatus = (typeof receivedMailStatuses)[number]

/** As a shape and a tone of the status badge. */
export const mailStatusLooks = {
  received: { shape: 'ring', tone: 'neutral' },
  taken: { shape: 'check', tone: 'positive' },
  held: { shape: 'pause', tone: 'strong' },
  refused: { shape: 'cross', tone: 'danger' },
  ignored: { shape: 'ring', tone: 'neutral' },
  discarded: { shape: 'cross', tone: 'neutral' },
} as const satisfies Record<ReceivedMailStatus, { shape: string; tone: string }>

/** Why a mail did not become a message at once, or what its word of acceptance came to; each has a message `mailIn:reason.<reason>`. */
export const mailReasons = {
  taken: ['accepted', 'answerGone', 'mayNotAccept', 'noAnswer', 'withFiles'],
  held: ['unproven', 'otherSender', 'passedOn', 'several', 'tooMany'],
  refused: [
    'parts',
    'recipients',
    'sender',
    'unreadable',
    'empty',
    'unknownAddress',
    'unknownSender',
    'notCustomer',
    'deactivated',
    'noAccess',
    'lane',
  ],
  ignored: ['autoReply', 'list', 'calendar', 'loop', 'bounce', 'duplicate', 'acceptedAlready'],
} as const
export type TakenReason = (typeof mailReasons.taken)[number]
export type HeldReason = (typeof mailReasons.held)[number]
export type RefusedReason = (typeof mailReasons.refused)[number]
export type IgnoredReason = (typeof mailReasons.ignored)[number]

/** How long a held mail waits, and how long the whole of a settled one is kept, in days. */
export const mailKept = { held: 30, settled: 14 } as const

/** Words behind the plus of a question's address that name the function: `halden+quality@…`. */
export const addressedFunctions: Record<string, MemberFunction> = {
  logistics: 'logistics',
  engineering: 'engineering',
  purchasing: 'purchasing',
  quality: 'quality',
  account: 'account_management',
}

/** The name before the @ that a supplier may choose. */
export const questionName = /^[a-z0-9]([a-z0-9.-]{0,38}[a-z0-9])?$/
/** Names that mean something else, or that others expect a person behind. */
export const takenNames = ['reply', 'note', 'bounce', 'postmaster', 'abuse', 'mailer-daemon', 'root', 'admin']
