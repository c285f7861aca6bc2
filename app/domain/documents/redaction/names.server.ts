import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type Finder, finderOf } from './engine/find.ts'

/**
 * Who and what is a customer's in all accounts of a supplier, also those that the actor does not enter: a text that is to be
 * everybody's names none of them, nor the house's own people. Of these words nothing leaves the server but what stands in the text that is looked at.
 */
export async function unscopedFinder(supplierId: string): Promise<Finder> {
  const db = unscopedPrisma()
  const [accounts, people, sites, variants, products, orders] = await Promise.all([
    db.account.findMany({ where: { supplierId }, select: { customer: { select: { name: true } } } }),
    db.membership.findMany({
      where: {
        OR: [
          { side: 'customer', organization: { customerAccounts: { some: { supplierId } } } },
          // Who of the own house said it is nobody else's affair either; it may be kept for a reason.
          { side: 'supplier', organizationId: supplierId },
        ],
      },
      select: { name: true, user: { select: { email: true } } },
    }),
    db.site.findMany({ where: { account: { supplierId } }, select: { name: true, address: true } }),
    db.variant.findMany({
      where: { organizationId: supplierId },
      select: { number: true, customerNumber: true },
    }),
    db.product.findMany({ where: { organizationId: supplierId }, select: { number: true } }),
    db.consultation.findMany({
      where: { organizationId: supplierId, orderNumber: { not: '' } },
      distinct: ['orderNumber'],
      select: { orderNumber: true },
    }),
  ])
  return finderOf({
    organizations: accounts.map(({ customer }) => customer.name),
    people: people.map(({ name }) => name),
    places: sites.flatMap(({ name, address }) => [name, address]),
    emails: people.map(({ user }) => user.email),
    parts: variants.flatMap(({ customerNumber }) => customerNumber ?? []),
    orders: orders.flatMap(({ orderNumber }) => orderNumber ?? []),
    own: [...variants, ...products].map(({ number }) => number),
  })
}
