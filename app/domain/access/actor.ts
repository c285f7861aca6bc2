export const sides = ['supplier', 'customer'] as const
export type Side = (typeof sides)[number]

export const memberFunctions = [
  'logistics',
  'engineering',
  'purchasing',
  'quality',
  'account_management',
] as const
export type MemberFunction = (typeof memberFunctions)[number]

/** The functions that a side can have: account management exists on the supplier's side only. */
export function functionsOf(side: Side): readonly MemberFunction[] {
  return side === 'supplier' ? memberFunctions : memberFunctions.filter((f) => f !== 'account_management')
}

/** Who is acting: the present membership of a person. The first argument of every query and command. */
export interface Actor {
  membershipId: string
  userId: string
  organizationId: string
  organizationName: string
  side: Side
  name: string
  functions: MemberFunction[]
  isAdministrator: boolean
  language: string
  timeZone: string
  theme: string
}
