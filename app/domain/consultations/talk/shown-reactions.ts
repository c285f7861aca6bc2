import type { Actor } from '#app/domain/access/actor.ts'
import { type ReactionKind, reactionKinds } from './reaction.ts'

/** More names than these nobody reads. */
const namesShown = 20

interface Given {
  kind: ReactionKind
  member: { id: string; name: string }
}

/** How many gave which, by whom in the order in which they did, and whether the actor is one of them. */
export function reactionsOf(given: Given[], { membershipId }: Actor) {
  return reactionKinds.map((kind) => {
    const members = given.filter((each) => each.kind === kind).map(({ member }) => member)
    const names = members.slice(0, namesShown).map(({ name }) => name)
    return {
      ...{ kind, count: members.length },
      names: members.length > namesShown ? [...names, '…'] : names,
      isMine: members.some(({ id }) => id === membershipId),
    }
  })
}
export type ShownReaction = ReturnType<typeof reactionsOf>[number]
