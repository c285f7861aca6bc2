export const claimLimits = {
  statement: 1_000,
  source: 1_000,
  conditions: 2_000,
  onComparison: 100,
  years: 10,
} as const

export interface Claim {
  id: string
  optionId: string
  /** The last day on which it may be relied on: 2027-06-30. */
  expiresOn: string
  /** Of every value of the product; otherwise those of `lineIds`. */
  coversAll: boolean
  lineIds: string[]
}

interface Stated {
  options: { id: string; name: string; isCompetitor: boolean }[]
  lines: { id: string; name: string }[]
  /** `isCost`: the amount of a line itself, of which zero says that it costs nothing. */
  assumptions: {
    lineId: string | null
    optionId: string | null
    isCost: boolean
    supplier: { value: string | null }
  }[]
}

/** A competitor's product of which the supplier states something that nothing proves. */
export interface Unproven {
  optionId: string
  option: string
  /** What was stated once with a source that may not be relied on any more, or without any. */
  kind: 'expired' | 'missing'
  /** The lines whose values it is; what belongs to no line counts as one of the product. */
  lines: string[]
  /** Their ids; null for what belongs to none. */
  lineIds: (string | null)[]
}

/**
 * What the supplier states of competitors' products without a claim in force, product by product. A cost that is nothing or
 * zero states no cost, and what the customer put in is the customer's own.
 * `today`: 2026-12-24.
 */
export function unprovenOf(stated: Stated, claims: readonly Claim[], today: string): Unproven[] {
  return stated.options
    .filter(({ isCompetitor }) => isCompetitor)
    .flatMap(({ id: optionId, name: option }) => {
      const own = claims.filter((claim) => claim.optionId === optionId)
      const said = new Set(
        stated.assumptions
          .filter((each) => each.optionId === optionId && states(each))
          .map(({ lineId }) => lineId),
      )
      const open = [...said].filter(
        (lineId) => !own.some((claim) => isOf(claim, lineId) && isInForce(claim, today)),
      )
      const isExpired = (lineId: string | null) => own.some((claim) => isOf(claim, lineId))
      return (['missing', 'expired'] as const).flatMap((kind) => {
        const found = open.filter((lineId) => isExpired(lineId) === (kind === 'expired'))
        if (found.length === 0) return []
        const lines = stated.lines.filter(({ id }) => found.includes(id)).map(({ name }) => name)
        return [{ optionId, option, kind, lines, lineIds: found }]
      })
    })
}

export const isInForce = ({ expiresOn }: Pick<Claim, 'expiresOn'>, today: string): boolean =>
  expiresOn >= today

const states = ({ isCost, supplier: { value } }: Stated['assumptions'][number]): boolean =>
  value !== null && !(isCost && Number(value) === 0)

const isOf = (claim: Claim, lineId: string | null): boolean =>
  claim.coversAll || (lineId !== null && claim.lineIds.includes(lineId))
