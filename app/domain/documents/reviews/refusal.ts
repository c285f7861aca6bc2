/** Why a planned release did not happen: who decided it has left, may not any more, or the version has moved on. */
export const refusals = ['deactivated', 'forbidden', 'changed'] as const
export type Refusal = (typeof refusals)[number]
