/** A quantity as its fields show it. */
export interface QuantityDraft {
  name: string
  unit: string
  category: string
  siteId: string
  place: string
  method: string
  measuredFrom: string
  baseline: string
  followsVolume: boolean
  price: string
}

/** The plan as its form shows it. */
export interface PlanDraft {
  optionId: string
  productId: string
  ipmvpOption: string
  boundary: string
  startsOn: string
  periods: string
  baselineVolume: string
  quantities: QuantityDraft[]
}
