/** What an account's contract says about documents and notices. Days are calendar days after the request. */
export interface Terms {
  acknowledgeDays: number
  responseDays: number
  sampleDays: number
  isSilenceAcceptance: boolean
  /** Working days before a deadline. */
  reminderDays: number[]
  noticeDays: number
  lastOrderMonths: number
  lastDeliveryMonths: number
}

/**
 * What holds where nothing was agreed: the times of J-STD-046 and J-STD-048. Silence means nothing: that it is
 * acceptance has to be agreed, and in the automotive industry it must not be.
 */
export const usualTerms: Terms = {
  acknowledgeDays: 30,
  responseDays: 90,
  sampleDays: 30,
  isSilenceAcceptance: false,
  reminderDays: [10, 3, 1],
  noticeDays: 90,
  lastOrderMonths: 6,
  lastDeliveryMonths: 12,
}
