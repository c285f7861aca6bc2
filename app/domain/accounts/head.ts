import type { Actor, Side } from '#app/domain/access/actor.ts'
import { accountPolicy } from './policy.ts'

interface HeadSource {
  id: string
  number: number
  supplier: { name: string }
  customer: { name: string }
  isRestricted: boolean
  closedAt: Date | null
}

/** What stands on top of every page of an account. */
export interface AccountHead {
  id: string
  number: string
  /** The other organization. */
  name: string
  side: Side
  supplier: string
  customer: string
  isRestricted: boolean
  isClosed: boolean
  seesTeam: boolean
}

export function headOf(actor: Actor, account: HeadSource): AccountHead {
  const [supplier, customer] = [account.supplier.name, account.customer.name]
  return {
    ...{ id: account.id, number: `A-${account.number}`, side: actor.side, supplier, customer },
    name: actor.side === 'supplier' ? customer : supplier,
    isRestricted: account.isRestricted && actor.side === 'supplier',
    isClosed: account.closedAt !== null,
    seesTeam: accountPolicy.seeTeam(actor),
  }
}
