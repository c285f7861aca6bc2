import { createHash } from 'node:crypto'
import { stable } from '../engine/canonical.ts'
import type { PeriodSaving } from '../engine/verification/period-saving.ts'
import { dayText } from './verification.ts'

const sha256 = (value: unknown): string => createHash('sha256').update(stable(value), 'utf8').digest('hex')

interface Plan {
  ipmvpOption: string
  optionId: string
  productId: string | null
  boundary: string
  startsOn: Date
  periods: number
  baselineVolume: string | null
  revision: number
  quantities: {
    id: string
    name: string
    unit: string
    category: string
    siteId: string | null
    place: string
    method: string
    measuredFrom: Date
    baseline: string
    followsVolume: boolean
    price: string
  }[]
}

/** Everything that the plan says, with the agreement that it measures. SHA-256 of canonical JSON, as of a case. */
export function planHash(agreementHash: string, plan: Plan): string {
  return sha256({
    agreement: agreementHash,
    plan: {
      ...plan,
      startsOn: dayText(plan.startsOn),
      quantities: plan.quantities.map((each) => ({ ...each, measuredFrom: dayText(each.measuredFrom) })),
    },
  })
}

interface Month {
  number: number
  revision: number
  volume: string | null
  note: string
  readings: {
    quantityId: string
    value: string
    routine: string
    routineReason: string
    nonRoutine: string
    nonRoutineReason: string
  }[]
  /** Their SHA-256, in their order; of all revisions so far. */
  files: string[]
}

/** Everything of a month: what was entered, the evidence, and what the engine made of it. */
export function periodHash(planHash: string, month: Month, result: PeriodSaving): string {
  return sha256({ plan: planHash, month, result })
}

/** What the end of the measuring is signed for: these months and no others. */
export function finishHash(planHash: string, months: string[]): string {
  return sha256({ plan: planHash, months })
}
