import type { Side } from '#app/domain/access/actor.ts'
import type { MailToQueue } from './mail.server.ts'
import type { MailTemplateName } from './templates.server.ts'

/** A notification that was neither read nor mailed. */
export interface Waiting {
  id: string
  type: string
  accountId: string | null
  /** Set when only this side may know of it. */
  side: Side | null
  subjectType: string
  subjectId: string
  payload: Record<string, unknown>
  createdAt: Date
}

export interface Reader {
  membershipId: string
  name: string
  userId: string
  email: string
  language: string
  timeZone: string
}

/** A mail of its own about one record: answered by mail, and in one thread with the others about it. */
export interface Letter {
  /** The notifications that it carries. */
  ids: string[]
  mail: Pick<MailToQueue<MailTemplateName>, 'template' | 'props'>
  replyTo: string
  replyToName: string
  thread: string
}

/**
 * By kind of record: what of a member's waiting notifications is worth letters of their own; whatever is left comes in
 * the common mail. Runs as the reader, so that nothing is in a letter that the reader may not see.
 */
export type LetterWriters = Record<string, (reader: Reader, waiting: Waiting[]) => Promise<Letter[]>>
