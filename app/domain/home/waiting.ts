/** Why something waits for the actor; each has words in `common:home.waits`. */
export type WaitingReason =
  | 'answerWanted'
  | 'nobodyHasIt'
  | 'answerToAccept'
  | 'questionBack'
  | 'toReview'
  | 'toRelease'
  | 'toRead'
  | 'toApprove'
  | 'toSign'
  | 'toAcknowledge'
  | 'toRespond'
  | 'toCheck'

export interface WaitingItem {
  id: string
  reason: WaitingReason
  number: string
  title: string
  href: string
  /** The other organization, where there is one. */
  organization: string | null
  since: Date
}
