/** It helped; I have the same and want to hear how it ends. There are no others: each of them means something. */
export const reactionKinds = ['helpful', 'same_here'] as const
export type ReactionKind = (typeof reactionKinds)[number]
