/** What an answer decides and how well it served, beside the message that says it. */
export const decisionLimits = { part: 120, revision: 60, conditions: 2_000, word: 300 } as const

/** How well an answer served: 1 (not at all) to 5 (fully). */
export const ratingSteps = [1, 2, 3, 4, 5] as const

/** Why an accepted answer holds no longer: its last day is over, or what it cites has a newer version. */
export const lapseReasons = ['validity', 'superseded'] as const
export type LapseReason = (typeof lapseReasons)[number]
