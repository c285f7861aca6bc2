import { type MemberFunction, memberFunctions, type Side } from '#app/domain/access/actor.ts'
import { type Language, languages } from '#app/i18n/languages.ts'
import { instant, type Row } from './insert.ts'
import { period, persons, type Size, supplierMembers } from './plan.ts'
import type { Random } from './random.ts'

export interface Member {
  id: string
  userId: string
  name: string
  email: string
  organizationId: string
  side: Side
  functions: MemberFunction[]
  language: Language
}

export interface Account {
  id: string
  number: number
  customerId: string
  language: Language
  isRestricted: boolean
  /** Of the customer. */
  members: Member[]
  /** Of the supplier. */
  team: Member[]
}

export interface People {
  supplierId: string
  suppliers: Member[]
  accounts: Account[]
}

const zones: Record<Language, string> = {
  en: 'Europe/London',
  pt: 'Europe/Lisbon',
  ru: 'Asia/Yekaterinburg',
  zh: 'Asia/Shanghai',
}
const first = [
  'Ada',
  'Bruno',
  'Clara',
  'Dmitri',
  'Elena',
  'Fang',
  'Gustavo',
  'Hui',
  'Irina',
  'João',
  'Klara',
  'Lei',
  'Maria',
  'Nadia',
  'Olga',
  'Pedro',
]
const last = [
  'Andrade',
  'Becker',
  'Chen',
  'Duarte',
  'Evans',
  'Ferreira',
  'Gorbunov',
  'Huang',
  'Ivanova',
  'Jensen',
  'Kuznetsov',
  'Liu',
  'Moreira',
  'Novak',
  'Orlov',
  'Price',
]

/** One supplier, and customers of which few are large and most are small. */
export function inventPeople(random: Random, size: Size): People {
  const supplierId = random.id(period.from)
  const member = (organizationId: string, side: Side, at: number, language: Language): Member => {
    const id = random.id(period.from)
    const functions: MemberFunction[] =
      side === 'supplier' ? supplierFunctions(at) : customerFunctions(random, at)
    const name = `${random.pick(first)} ${random.pick(last)}`
    const email = at === 0 ? '' : `${id.slice(-12)}@bench.example`
    return { id, userId: random.id(period.from), name, email, organizationId, side, functions, language }
  }
  const suppliers = Array.from({ length: supplierMembers }, (_, at) =>
    member(supplierId, 'supplier', at, 'en'),
  )
  const accounts = headcounts(size).map((count, at): Account => {
    const customerId = random.id(period.from)
    const language = languages[at % languages.length] ?? 'en'
    return {
      id: random.id(period.from),
      number: at + 1,
      customerId,
      language,
      isRestricted: at % 20 === 10,
      members: Array.from({ length: count }, (_, place) => member(customerId, 'customer', place, language)),
      team: random.some(suppliers, random.whole(3, 7)),
    }
  })
  named(suppliers, persons.supplier.email)
  named(accounts[0]?.members ?? [], persons.customer.email)
  for (const { members } of accounts.slice(1)) named(members, `${members[0]?.id.slice(-12)}@bench.example`)
  return { supplierId, suppliers, accounts }
}

/** The first of each organization is an engineer, and of two organizations the person who is measured. */
function named(members: Member[], email: string): void {
  if (members[0]) members[0].email = email
}

function supplierFunctions(at: number): MemberFunction[] {
  const parts = [
    ...Array(8).fill('engineering'),
    ...Array(5).fill('account_management'),
    'logistics',
    'logistics',
    'logistics',
    'quality',
    'quality',
    'quality',
    'purchasing',
  ]
  return [parts[at % parts.length] as MemberFunction]
}

function customerFunctions(random: Random, at: number): MemberFunction[] {
  if (at === 0) return ['engineering']
  return random.some(
    memberFunctions.filter((name) => name !== 'account_management'),
    random.chance(0.2) ? 2 : 1,
  )
}

/** Members of each customer: four at least, and together as many as there shall be. */
function headcounts({ members, accounts }: Size): number[] {
  const shares = Array.from({ length: accounts }, (_, at) => 1 / (at + 6))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const free = members - supplierMembers - accounts * 4
  const counts = shares.map((share) => 4 + Math.floor((free * share) / total))
  const missing = members - supplierMembers - counts.reduce((sum, count) => sum + count, 0)
  for (let at = 0; at < missing; at += 1) counts[at % counts.length] = (counts[at % counts.length] ?? 4) + 1
  return counts
}

export function peopleRows(people: People, passwordHash: string): [string, Row[]][] {
  const at = instant(period.from)
  const all = [...people.suppliers, ...people.accounts.flatMap(({ members }) => members)]
  const organization = (id: string, name: string, language: Language): Row => ({
    ...{ id, name, language, time_zone: zones[language], created_at: at },
  })
  return [
    [
      'organization',
      [
        organization(people.supplierId, 'Bench Components', 'en'),
        ...people.accounts.map((account) =>
          organization(
            account.customerId,
            `Customer ${String(account.number).padStart(3, '0')}`,
            account.language,
          ),
        ),
      ],
    ],
    [
      'user',
      all.map((m) => ({
        id: m.userId,
        email: m.email,
        language: 'en',
        theme: 'system',
        time_zone: zones[m.language],
        created_at: at,
      })),
    ],
    ['credential', all.map((m) => ({ user_id: m.userId, password_hash: passwordHash, updated_at: at }))],
    [
      'membership',
      all.map((m, place) => ({
        ...{ id: m.id, user_id: m.userId, organization_id: m.organizationId, side: m.side, name: m.name },
        ...{ functions: m.functions, is_administrator: place % 25 === 24, created_at: at },
      })),
    ],
  ]
}
