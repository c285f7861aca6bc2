import { addDays, addMonths, type Day } from '../../acknowledgements/engine/days.ts'
import type { Milestone, MilestoneCode, NoticeType } from '../notice.ts'

export interface Periods {
  noticeDays: number
  lastOrderMonths: number
  lastDeliveryMonths: number
}

/** A milestone that comes earlier than it may. */
export interface TooEarly {
  code: MilestoneCode
  on: Day
  earliest: Day
}

/**
 * The milestones that come too early after the notice. J-STD-046: the first delivery of the changed product (SOP) 90 days
 * after it. J-STD-048: the last order (EOS) six months, the last delivery (LTD) twelve months after it; or as the
 * contract says.
 */
export function tooEarly(
  type: NoticeType,
  milestones: readonly Milestone[],
  noticeOn: Day,
  { noticeDays, lastOrderMonths, lastDeliveryMonths }: Periods,
): TooEarly[] {
  const earliest: Partial<Record<MilestoneCode, Day>> =
    type === 'pcn'
      ? { SOP: addDays(noticeOn, noticeDays) }
      : { EOS: addMonths(noticeOn, lastOrderMonths), LTD: addMonths(noticeOn, lastDeliveryMonths) }
  return milestones.flatMap(({ code, on }) => {
    const first = earliest[code]
    return first !== undefined && on < first ? [{ code, on, earliest: first }] : []
  })
}

/** The day of the notice itself: its milestone, else a day that is given. */
export function dayOfNotice(type: NoticeType, milestones: readonly Milestone[], otherwise: Day): Day {
  const code: MilestoneCode = type === 'pcn' ? 'PCN' : 'PDN'
  return milestones.find((each) => each.code === code)?.on ?? otherwise
}
