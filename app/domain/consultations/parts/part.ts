import type { MemberFunction } from '#app/domain/access/actor.ts'

export const partLimits = { question: 2_000, contribution: 8_000, reason: 2_000, onConsultation: 12 } as const

export const partStates = ['open', 'contributed', 'assembled', 'released', 'withdrawn'] as const
export type PartState = (typeof partStates)[number]

interface Stored {
  contributedAt: Date | null
  withdrawnAt: Date | null
  assembly: { releasedAt: Date | null } | null
}

/** How far a part is. */
export function stateOf({ contributedAt, withdrawnAt, assembly }: Stored): PartState {
  if (withdrawnAt) return 'withdrawn'
  if (assembly) return assembly.releasedAt ? 'released' : 'assembled'
  return contributedAt ? 'contributed' : 'open'
}

/** Contributions as one text: a heading each, in the order of the parts. */
export function assembled(parts: readonly { question: string; contribution: string }[]): string {
  return parts
    .map(({ question, contribution }) => `## ${question.replaceAll(/\s+/g, ' ')}\n\n${contribution}`)
    .join('\n\n')
}

interface SignOff {
  revision: number
  function: MemberFunction
  objection: string
}

/** The functions whose word on the revision that stands is still missing, or is an objection. */
export function missingSignOffs(
  { revision, functions }: { revision: number; functions: readonly MemberFunction[] },
  signOffs: readonly SignOff[],
): MemberFunction[] {
  const signed = signOffs.filter((each) => each.revision === revision && each.objection === '')
  return functions.filter((fn) => !signed.some((each) => each.function === fn))
}
