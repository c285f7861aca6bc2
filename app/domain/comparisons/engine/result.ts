/** What a comparison gives. Plain decimal texts throughout, never NaN or Infinity; round only for display. */
export type CaseResult = {
  engineVersion: string
  currency: string
  horizonYears: number
  baselineId: string
  /** Units of every year of the horizon, gaps filled. */
  volumes: { year: number; quantity: string }[]
  /** In the order of the case. */
  options: OptionResult[]
  /** In the order of the case, without the baseline. */
  alternatives: AlternativeResult[]
}

export type YearAmount = { year: number; amount: string }

export type OptionResult = {
  optionId: string
  /** Running cost of one unit in year 1; the sum of perUnit over the categories; null when volume 1 is zero. */
  unitCost: string | null
  oneOffCost: string
  /** One-off and running cost of all years, not discounted; the sum of horizon over the categories. */
  horizonCost: string
  /** Life-cycle cost, discounted to t = 0 (IEC 60300-3-3). */
  presentValue: string
  /** presentValue × capital recovery factor, per year. */
  equivalentAnnualCost: string
  /** Year 0 holds the one-off costs. */
  costByYear: YearAmount[]
  /** perUnit leaves one-off costs out; horizon holds them. */
  costByCategory: { category: string; perUnit: string | null; horizon: string }[]
}

/** Against the baseline; a saving is positive when the alternative costs less. */
export type AlternativeResult = {
  optionId: string
  savingPerUnit: string | null
  /** Years 1 to the horizon, running costs only. */
  savingByYear: YearAmount[]
  firstYearSaving: string
  /** Sum of savingByYear. */
  runningSaving: string
  /** One-off costs of the alternative less those of the baseline; negative when switching brings money in. */
  switchingCost: string
  /** runningSaving - switchingCost: all that is saved over the horizon, not discounted. */
  horizonSaving: string
  /** (runningSaving - switchingCost) / switchingCost; null when there is no switching cost. */
  roi: string | null
  /** null when volume 1 is zero. */
  bridge: CostBridge | null
} & Appraisal

/** Of a row of cash flows: t = 0 first, then one at the end of each year. */
export type Appraisal = {
  cashFlows: string[]
  npv: string
  irr: InternalRate
  /** Finance and reinvestment at the discount rate; null unless money both goes out and comes in. */
  mirr: string | null
  simplePayback: Payback
  discountedPayback: Payback
}

/**
 * Years after t = 0 until the cumulated flow is no longer negative; 0 when there is nothing to pay back.
 * isLasting is false when later flows take it below zero again.
 */
export type Payback = { kind: 'years'; years: string; isLasting: boolean } | { kind: 'never' }

/** Rates above -1 at which NPV is zero, as fractions, ascending. With signChanges above 1 rely on MIRR. */
export type InternalRate =
  | { kind: 'none'; signChanges: number }
  | { kind: 'one'; rate: string; signChanges: number }
  | { kind: 'several'; rates: string[]; signChanges: number }

/** Baseline unit cost, what each category adds (or takes, negative), alternative unit cost. Sums are exact. */
export type CostBridge = { start: string; steps: BridgeStep[]; end: string }

/** from and to are the running totals before and after the step. */
export type BridgeStep = { category: string; amount: string; from: string; to: string }
