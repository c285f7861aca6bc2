import { memberFunctions } from '#app/domain/access/actor.ts'
import { instant, type Row } from './insert.ts'
import type { Account, People } from './people.ts'
import { period } from './plan.ts'
import type { Random } from './random.ts'

export interface Product {
  id: string
  familyId: string
  number: string
}

export interface Catalogue {
  products: Product[]
  rows: [string, Row[]][]
}

/** Accounts with their teams, sites and coverage, and the supplier's products. */
export function inventCatalogue(random: Random, people: People): Catalogue {
  const { supplierId, accounts } = people
  const id = () => random.id(period.from)
  const families = Array.from({ length: 12 }, (_, at) => ({
    ...{ id: id(), organization_id: supplierId, code: `F${at + 1}`, name: `Product family ${at + 1}` },
  }))
  const products = Array.from({ length: 300 }, (_, at): Product => {
    const family = families[at % families.length]
    const number = `CMD-${String(75 + at * 5).padStart(4, '0')}-${(at % 4) + 1}`
    return { id: id(), familyId: family?.id ?? '', number }
  })
  const variants = accounts.flatMap((account) =>
    random.some(products, 4).map((product, at) => ({
      ...{ id: id(), organization_id: supplierId, account_id: account.id, product_id: product.id },
      ...{
        number: `${product.number}-${account.number}${'ABCD'[at]}`,
        customer_number: `K${account.number}-${at}`,
      },
    })),
  )
  const sites = accounts.flatMap((account) => sitesOf(account, id))
  return {
    products,
    rows: [
      ['account', accounts.map((account) => accountRow(account, supplierId))],
      ['team_member', accounts.flatMap(teamRows)],
      ['site', sites],
      ['product_family', families],
      [
        'product',
        products.map((p) => ({
          ...{
            id: p.id,
            organization_id: supplierId,
            family_id: p.familyId,
            number: p.number,
            name: `Drive ${p.number}`,
          },
        })),
      ],
      ['variant', variants],
      ['coverage', accounts.flatMap((account) => coverageOf(random, account))],
    ],
  }
}

function accountRow(account: Account, supplierId: string): Row {
  const { id, customerId, number, isRestricted } = account
  const created = instant(period.from)
  return {
    id,
    supplier_id: supplierId,
    customer_id: customerId,
    number,
    is_restricted: isRestricted,
    created_at: created,
  }
}

function teamRows({ id, team }: Account): Row[] {
  return team.map((member) => ({
    account_id: id,
    membership_id: member.id,
    created_at: instant(period.from),
  }))
}

function sitesOf(account: Account, id: () => string): Row[] {
  return Array.from({ length: 1 + (account.number % 3) }, (_, at) => ({
    ...{
      id: id(),
      account_id: account.id,
      name: `Plant ${at + 1}`,
      address: 'Works Road 1',
      country_code: 'PT',
    },
    time_zone: 'Europe/Lisbon',
  }))
}

/** One of each side for each function. */
function coverageOf(random: Random, account: Account): Row[] {
  const line = (side: string, membershipId: string, function_: string): Row => ({
    ...{
      id: random.id(period.from),
      account_id: account.id,
      side,
      membership_id: membershipId,
      function: function_,
    },
    created_at: instant(period.from),
  })
  return memberFunctions.flatMap((name) => [
    line('supplier', random.pick(account.team).id, name),
    ...(name === 'account_management' ? [] : [line('customer', random.pick(account.members).id, name)]),
  ])
}
