export type AssumptionValues = { supplierValue?: string | null; customerValue?: string | null }

export type ResolvedAssumption =
  | { value: string; suppliedBy: 'customer' | 'supplier' }
  | { value: null; suppliedBy: null }

/**
 * The value that counts for an input and the side that supplied it: the customer's where there is one, else the
 * supplier's. null, undefined and blank text are no value; '0' is one. Values are decimal texts, returned trimmed.
 */
export function resolveAssumption({ supplierValue, customerValue }: AssumptionValues): ResolvedAssumption {
  const customer = customerValue?.trim()
  if (customer) return { value: customer, suppliedBy: 'customer' }
  const supplier = supplierValue?.trim()
  if (supplier) return { value: supplier, suppliedBy: 'supplier' }
  return { value: null, suppliedBy: null }
}
