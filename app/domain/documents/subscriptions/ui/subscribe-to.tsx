import type { DocumentFilters } from '../../filters.ts'
import { SubscribeButton } from './subscribe-button.tsx'

/** Under the filters of the list: hear of every release of the product, family or kind that is chosen there. */
export function SubscribeTo({ filters: { product, family, kind } }: { filters: DocumentFilters }) {
  if (product) return <SubscribeButton name="productId" value={product} />
  if (family) return <SubscribeButton name="familyId" value={family} />
  return kind ? <SubscribeButton name="kind" value={kind} /> : null
}
