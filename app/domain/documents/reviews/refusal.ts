/** Others would see it than those who were confirmed: more, fewer, or both. */
export const seersRefusals = ['seenByMore', 'seenByFewer', 'seenByOthers'] as const
export type SeersRefusal = (typeof seersRefusals)[number]

/**
 * Why a planned release did not happen: who decided it has left, may not any more, the version has moved on, or others
 * would see it.
 */
export const refusals = ['deactivated', 'forbidden', 'changed', ...seersRefusals] as const
export type Refusal = (typeof refusals)[number]
