import type { Actor } from '#app/domain/access/actor.ts'
import { isSupplier } from '#app/domain/access/policy.ts'
import { documentPolicy } from '../policy.ts'
import type { ImportStatus } from './import.ts'

interface Known {
  createdById: string
  isReleased: boolean
  isWhole: boolean
  status: ImportStatus
}

const imports = (actor: Actor) => documentPolicy.create(actor) || (isSupplier(actor) && actor.isAdministrator)
const isOwn = (actor: Actor, known: Known) => known.createdById === actor.membershipId

export const importPolicy = {
  import: imports,
  export: imports,
  /** Drafts are begun by whoever checked them; what is released at once by a colleague who may release documents. */
  start: (actor: Actor, known: Known) =>
    known.isReleased
      ? documentPolicy.create(actor) && !isOwn(actor, known)
      : imports(actor) && isOwn(actor, known),
  undo: imports,
}

/** What the page of an import offers: policy and state together. */
export function importAbilities(actor: Actor, known: Known, counts: { planned: number; refused: number }) {
  const isReady = known.status === 'checked' && counts.planned > 0 && !(known.isWhole && counts.refused > 0)
  return {
    start: isReady && importPolicy.start(actor, known),
    /** Somebody else has to. */
    waitsForColleague: isReady && known.isReleased && isOwn(actor, known),
    undo: known.status === 'done' && importPolicy.undo(actor),
  }
}
