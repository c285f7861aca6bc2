import type { MemberFunction, Side } from '#app/domain/access/actor.ts'

/** Somebody of whom it is asked whether, and why, a document is seen. */
export interface Looker {
  side: Side
  organizationId: string
  functions: readonly MemberFunction[]
  /** The accounts through which its organization deals with suppliers. */
  accounts: readonly { id: string; supplierId: string; isClosed: boolean }[]
}

export interface LookedAt {
  organizationId: string
  isReleased: boolean
  /** No account means every account of the supplier. */
  audience: readonly { accountId: string | null; functions: readonly MemberFunction[] }[]
}

/** Each rule by which it is seen; one is enough. */
export type Reason =
  | { rule: 'ownOrganization' }
  | { rule: 'everyAccount' | 'account'; functions: MemberFunction[] }

/** The first rule that fails. */
export type Obstacle =
  | 'otherSupplier'
  | 'notReleased'
  | 'noAccount'
  | 'accountClosed'
  | 'notInAudience'
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
  const open = accounts.filter(({ isClosed }) => !isClosed).map(({ id }) => id)
  if (accounts.length === 0) return { canSee: false, obstacle: 'noAccount' }
  if (open.length === 0) return { canSee: false, obstacle: 'accountClosed' }
  if (!document.isReleased) return { canSee: false, obstacle: 'notReleased' }
  const lines = document.audience.filter(({ accountId }) => accountId === null || open.includes(accountId))
  if (lines.length === 0) return { canSee: false, obstacle: 'notInAudience' }
  const reasons = lines.flatMap((line): Reason[] => {
    const functions = looker.functions.filter((each) => line.functions.includes(each))
    return functions.length > 0
      ? [{ rule: line.accountId === null ? 'everyAccount' : 'account', functions }]
      : []
  })
  return reasons.length > 0 ? { canSee: true, reasons } : { canSee: false, obstacle: 'function' }
}
