import type { Actor } from '#app/domain/access/actor.ts'
import { listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { listFamilies, listProducts } from '#app/domain/accounts/queries/products.server.ts'
import type { SearchFilters } from './filters.ts'

/** So many products still make a list to choose from; else the family comes first. */
const mostProducts = 200

/**
 * What a search can be narrowed to: families, the products of the chosen family, and for a customer of several
 * suppliers, these.
 */
export async function listSearchChoices(actor: Actor, { family, product }: SearchFilters) {
  const [families, products, accounts] = await Promise.all([
    listFamilies(actor),
    listProducts(actor),
    actor.side === 'customer' ? listAccounts(actor) : [],
  ])
  const ofFamily = products.filter((each) => !family || each.familyId === family)
  const shown = ofFamily.length > mostProducts ? ofFamily.filter(({ id }) => id === product) : ofFamily
  return {
    families: families.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
    suppliers: accounts.map(({ supplier }) => ({ value: supplier.id, label: supplier.name })),
    products: shown.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
  }
}
