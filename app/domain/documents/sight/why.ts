import type { MemberFunction, Side } from '#app/domain/access/actor.ts'

/** Somebody of whom it is asked whether, and why, a document is seen. */
export interface Looker {
  side: Side
  organizationId: string
  functions: readonly MemberFunction[]
  /** The accounts through which its organization deals with suppliers. */
  /** With the families of the variants that are made for them. */
  accounts: readonly { id: string; supplierId: string; isClosed: boolean; familyIds: readonly string[] }[]
}

export interface Line {
  /** Null for every account of the supplier. */
  accountId: string | null
  /** Narrows it to accounts that have a variant of the family. */
  familyId: string | null
  /** Narrows it to the account that the variant is made for, which is the line's. */
  variantId: string | null
  functions: readonly MemberFunction[]
}

export interface LookedAt {
  organizationId: string
  isReleased: boolean
  audience: readonly Line[]
}

/** Each rule by which it is seen; one is enough. */
export type Reason =
  | { rule: 'ownOrganization' }
  | { rule: 'everyAccount' | 'account'; functions: MemberFunction[] }
  | { rule: 'family' | 'variant'; id: string; functions: MemberFunction[] }

/** The first rule that fails. */
export type Obstacle =
  | 'otherSupplier'
  | 'notReleased'
  | 'noAccount'
  | 'accountClosed'
  | 'notInAudience'
  | 'family'
  | 'function'

export type Sight = { canSee: true; reasons: Reason[] } | { canSee: false; obstacle: Obstacle }

/**
 * Why somebody sees a document, or why not: the rules of `visibleDocuments` in words. That both say the same of everybody is
 * a property that the tests hold.
 */
export function whySeen(looker: Looker, document: LookedAt): Sight {
  if (looker.side === 'supplier') {
    return looker.organizationId === document.organizationId
      ? { canSee: true, reasons: [{ rule: 'ownOrganization' }] }
      : { canSee: false, obstacle: 'otherSupplier' }
  }
  const accounts = looker.accounts.filter(({ supplierId }) => supplierId === document.organizationId)
  const open = accounts.filter(({ isClosed }) => !isClosed)
  if (accounts.length === 0) return { canSee: false, obstacle: 'noAccount' }
  if (open.length === 0) return { canSee: false, obstacle: 'accountClosed' }
  if (!document.isReleased) return { canSee: false, obstacle: 'notReleased' }
  const isNamed = ({ accountId }: Line) => accountId === null || open.some(({ id }) => id === accountId)
  const named = document.audience.filter(isNamed)
  if (named.length === 0) return { canSee: false, obstacle: 'notInAudience' }
  const families = open.flatMap(({ familyIds }) => familyIds)
  const lines = named.filter(({ familyId }) => familyId === null || families.includes(familyId))
  if (lines.length === 0) return { canSee: false, obstacle: 'family' }
  const reasons = lines.flatMap((line) => reasonOf(line, looker.functions) ?? [])
  return reasons.length > 0 ? { canSee: true, reasons } : { canSee: false, obstacle: 'function' }
}

/** The rule of a line that names the reader's account, when it names one of the reader's functions as well. */
export function reasonOf(line: Line, held: readonly MemberFunction[]): Reason | null {
  const functions = held.filter((each) => line.functions.includes(each))
  if (functions.length === 0) return null
  if (line.variantId) return { rule: 'variant', id: line.variantId, functions }
  if (line.familyId) return { rule: 'family', id: line.familyId, functions }
  return { rule: line.accountId === null ? 'everyAccount' : 'account', functions }
}
