import type { ReactNode } from 'react'
import { SideMark } from './side-mark.tsx'

interface Half {
  name: string
  children: ReactNode
}

/** One thing seen from both sides: the supplier left, the customer right; on a phone one above the other. */
export function TwoSides({ supplier, customer }: { supplier: Half; customer: Half }) {
  return (
    <div className="ui-sides">
      <div data-side="supplier">
        <SideMark side="supplier" name={supplier.name} />
        {supplier.children}
      </div>
      <div data-side="customer">
        <SideMark side="customer" name={customer.name} />
        {customer.children}
      </div>
    </div>
  )
}
