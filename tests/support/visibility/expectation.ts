import type { Records } from '../records.ts'
import type { PersonName, World } from '../world.ts'

export interface Given {
  world: World
  records: Records
}

export type Kind =
  | 'relation'
  | 'participant'
  | 'guest'
  | 'guestName'
  | 'part'
  | 'partFile'
  | 'assembly'
  | 'signOff'
  | 'checklist'
  | 'checklistItem'
  | 'checklistTemplate'
  | 'merge'
  | 'noteSource'
  | 'noteOffer'
  | 'keptMark'
  | 'macro'
  | 'macroUse'
  | 'endedQuestion'
  | 'questionTemplate'
  | 'sheet'
  | 'questionDraft'
  | 'calendar'
  | 'serviceLevel'
  | 'clock'
  | 'course'
  | 'clockAlert'
  | 'clockChange'
  | 'clockMove'
  | 'routingRule'
  | 'absence'
  | 'receivedMail'
  | 'questionAddress'
  | 'parameter'
  | 'fileText'
  | 'fileTextPage'
  | 'citation'
  | 'subscription'
  | 'request'
  | 'terms'
  | 'acknowledgement'
  | 'fact'
  | 'evidence'
  | 'comment'
  | 'translation'
  | 'save'
  | 'template'
  | 'coAuthor'
  | 'reviewRound'
  | 'reviewRule'
  | 'plannedRelease'
  | 'decision'
  | 'rating'
  | 'wording'
  | 'mention'
  | 'reaction'
  | 'quote'
  | 'tag'
  | 'tagging'
  | 'watcher'
  | 'snooze'
  | 'dueDay'
  | 'batch'
  | 'batchEntry'
  | 'document'
  | 'version'
  | 'consultation'
  | 'message'
  | 'comparison'
  | 'file'
  | 'account'
/** A record of the tests' world, and who finds it. */
export interface Expectation {
  record: string
  kind: Kind
  id(given: Given): string
  /** Who finds it through the area's scope: written by hand, not computed. */
  scope: PersonName[]
  /** Who could find it if the scope were forgotten: row-level security alone. */
  wall: PersonName[]
}
