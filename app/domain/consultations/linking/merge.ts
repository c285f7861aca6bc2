import type { MessageValues } from '#app/platform/errors.ts'
import { type ConsultationStatus, consultationNumber } from '../consultation.ts'

interface Known {
  id: string
  accountId: string
  number: number
  status: ConsultationStatus
  mergedHere: { consultationId: string }[]
}

export interface MergeProblem {
  key: `linking:error.${string}`
  values: MessageValues
}

/**
 * Why one cannot go on in the other; null when it can. A merge is one step: what took others in is not merged itself, and
 * what is merged takes nothing in, so there are no chains and no circles. What was accepted stands where it is. Pure.
 */
export function mergeProblem(merged: Known, survivor: Known): MergeProblem | null {
  const values = {
    merged: consultationNumber(merged.number),
    survivor: consultationNumber(survivor.number),
  }
  const problem = (name: string): MergeProblem => ({ key: `linking:error.${name}`, values })
  if (merged.id === survivor.id) return problem('itself')
  if (merged.accountId !== survivor.accountId) return problem('otherAccount')
  if (merged.status === 'merged') return problem('mergedAlready')
  if (survivor.status === 'merged') return problem('survivorIsMerged')
  if (merged.mergedHere.length > 0) return problem('hasMerged')
  if (merged.status === 'accepted') return problem('isAccepted')
  return null
}

export interface Reader {
  id: string
  name: string
}

/** Who reads one of two and not the other: these keep what they have, and are shown nothing more. Pure. */
export function readersApart(merged: readonly Reader[], survivor: readonly Reader[]) {
  const without = (readers: readonly Reader[], others: readonly Reader[]) =>
    readers.filter(({ id }) => !others.some((other) => other.id === id)).map(({ name }) => name)
  return { mergedAlone: without(merged, survivor), survivorAlone: without(survivor, merged) }
}
