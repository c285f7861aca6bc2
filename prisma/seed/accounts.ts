import type { MemberFunction } from '#app/domain/access/actor.ts'
import { assignCoverage } from '#app/domain/accounts/commands/coverage.server.ts'
import { addFamily, addProduct, addVariant } from '#app/domain/accounts/commands/products.server.ts'
import { saveSite } from '#app/domain/accounts/commands/sites.server.ts'
import { addToTeam } from '#app/domain/accounts/commands/team.server.ts'
import type { Accounts } from './people.ts'
import { as, at, memberId } from './stage.ts'

export interface Catalogue {
  /** Product ids by part number. */
  products: Record<string, string>
  families: { drives: string; modules: string }
}

const drives: [string, string][] = [
  ['CMD-075-4', 'Compact drive 7.5 kW, 400 V'],
  ['CMD-110-4', 'Compact drive 11 kW, 400 V'],
  ['CMD-150-4', 'Compact drive 15 kW, 400 V'],
  ['CMD-220-4', 'Compact drive 22 kW, 400 V'],
]
const modules: [string, string][] = [
  ['PM-650-30', 'Power module 650 V, 30 A'],
  ['PM-650-50', 'Power module 650 V, 50 A'],
  ['PM-1200-75', 'Power module 1200 V, 75 A'],
]

/** The catalogue, and for each customer the variants made for it. */
export async function tellCatalogue(accounts: Accounts): Promise<Catalogue> {
  at(4, 16)
  return as('ingrid@halden.example', async (actor) => {
    const families = {
      drives: await addFamily(actor, { code: 'CMD', name: 'Compact motor drives' }),
      modules: await addFamily(actor, { code: 'PM', name: 'Power modules' }),
    }
    const products: Record<string, string> = {}
    for (const [number, name] of drives) {
      products[number] = await addProduct(actor, { familyId: families.drives, number, name })
    }
    for (const [number, name] of modules) {
      products[number] = await addProduct(actor, { familyId: families.modules, number, name })
    }
    const variants: [keyof Accounts, string, string, string][] = [
      ['lumen', 'CMD-110-4', 'CMD-110-4-L1', 'LX-DRV-0110'],
      ['lumen', 'PM-650-50', 'PM-650-50-L2', 'LX-IPM-0650'],
      ['aurora', 'CMD-075-4', 'CMD-075-4-A1', 'AR-7704'],
      ['aurora', 'CMD-150-4', 'CMD-150-4-A1', 'AR-7715'],
      ['kholod', 'CMD-150-4', 'CMD-150-4-K1', 'ХК-0150'],
    ]
    for (const [account, product, number, customerNumber] of variants) {
      const productId = products[product] ?? ''
      const by = account === 'kholod' ? 'marcus@halden.example' : 'ingrid@halden.example'
      await as(by, (teller) =>
        addVariant(teller, { accountId: accounts[account], productId, number, customerNumber }),
      )
    }
    // Kholod's account is restricted: Marcus, who opened it, is the first of its team.
    return { families, products }
  })
}

const sites: [keyof Accounts, string, string, string, string][] = [
  ['lumen', '深圳工厂', '深圳市宝安区福海街道 18 号', 'CN', 'Asia/Shanghai'],
  ['lumen', '合肥工厂', '合肥市经济技术开发区 6 号', 'CN', 'Asia/Shanghai'],
  ['aurora', 'Maia', 'Rua da Indústria 140, 4470-000 Maia', 'PT', 'Europe/Lisbon'],
  ['kholod', 'Екатеринбург', 'ул. Промышленная, 12, Екатеринбург', 'RU', 'Asia/Yekaterinburg'],
]

type Line = [person: string, fn: MemberFunction]
const supplierTeam: Record<keyof Accounts, string[]> = {
  lumen: ['ingrid', 'tomas', 'quinn'],
  aurora: ['dev', 'tomas'],
  kholod: ['dev', 'ingrid', 'tomas', 'quinn'],
}
const supplierCoverage: Record<keyof Accounts, Line[]> = {
  lumen: [
    ['ingrid', 'engineering'],
    ['marcus', 'purchasing'],
    ['tomas', 'logistics'],
    ['quinn', 'quality'],
  ],
  aurora: [
    ['dev', 'engineering'],
    ['marcus', 'purchasing'],
    ['tomas', 'logistics'],
  ],
  kholod: [
    ['dev', 'engineering'],
    ['marcus', 'purchasing'],
  ],
}
const customerCoverage: Record<keyof Accounts, Line[]> = {
  lumen: [
    ['lin', 'engineering'],
    ['chen', 'purchasing'],
    ['wu', 'logistics'],
  ],
  aurora: [
    ['rui', 'engineering'],
    ['sofia', 'purchasing'],
    ['ana', 'logistics'],
  ],
  kholod: [
    ['pavel', 'engineering'],
    ['irina', 'purchasing'],
  ],
}

/** Sites, teams, and who covers what; Kholod's logistics and Aurora's quality stay open, as gaps do. */
export async function tellCoverage(accounts: Accounts, catalogue: Catalogue): Promise<void> {
  for (const [index, key] of (Object.keys(accounts) as (keyof Accounts)[]).entries()) {
    at(5 + index, 15)
    const accountId = accounts[key]
    const administrator = `admin@${key}.example`
    for (const [account, name, address, countryCode, timeZone] of sites) {
      if (account === key)
        await as(administrator, (actor) =>
          saveSite(actor, accountId, { name, address, countryCode, timeZone }),
        )
    }
    for (const person of supplierTeam[key]) {
      const id = await memberId(`${person}@halden.example`)
      await as('marcus@halden.example', (actor) => addToTeam(actor, accountId, id))
    }
    for (const [person, fn] of supplierCoverage[key]) {
      const membershipId = await memberId(`${person}@halden.example`)
      await as('marcus@halden.example', (actor) =>
        assignCoverage(actor, accountId, { function: fn, membershipId }),
      )
    }
    for (const [person, fn] of customerCoverage[key]) {
      const membershipId = await memberId(`${person}@${key}.example`)
      await as(administrator, (actor) => assignCoverage(actor, accountId, { function: fn, membershipId }))
    }
  }
  // Power modules at Lumen have an engineer of their own: the more specific line wins.
  const dev = await memberId('dev@halden.example')
  await as('marcus@halden.example', (actor) => addToTeam(actor, accounts.lumen, dev))
  await as('marcus@halden.example', (actor) =>
    assignCoverage(actor, accounts.lumen, {
      function: 'engineering',
      familyId: catalogue.families.modules,
      membershipId: dev,
    }),
  )
}
