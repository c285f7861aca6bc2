import { beforeAll, expect, test } from 'vitest'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useDemo } from '#tests/support/demo.ts'

// Every table of the catalogue, filled by the demo's stories: a customer's member, with the scopes removed, reads, changes,
// removes and copies rows of the other customers.
useDemo()

interface Table {
  name: string
  columns: string[]
  /** Those that are written: not computed by the database. */
  written: string[]
  policies: number
  /** Tables that it refers to. */
  parents: string[]
}
let tables: Table[]
/** A customer's member. */
let attacker: string
let accounts: string[]

beforeAll(async () => {
  tables = await unscopedPrisma().$queryRaw<Table[]>`
    SELECT c.relname AS name, array_agg(a.attname::text) AS columns,
           array_agg(a.attname::text) FILTER (WHERE a.attgenerated = '') AS written,
           (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
           ARRAY(SELECT p.relname::text FROM pg_constraint k JOIN pg_class p ON p.oid = k.confrelid
                 WHERE k.conrelid = c.oid AND k.contype = 'f') AS parents
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relrowsecurity
    GROUP BY c.oid, c.relname ORDER BY c.relname`
  const found = await unscopedPrisma().membership.findFirstOrThrow({
    where: { side: 'customer', deactivatedAt: null, isAdministrator: true },
    select: { id: true, organization: { select: { customerAccounts: { select: { id: true } } } } },
    orderBy: { id: 'asc' },
  })
  attacker = found.id
  accounts = found.organization.customerAccounts.map(({ id }) => id)
})

const others = `(SELECT customer_id FROM account WHERE NOT id = ANY ($1::uuid[]))`
const strangers = `(SELECT id FROM membership WHERE organization_id IN ${others})`
/** Which rows belong to another customer, by the first column that says so. */
const belongs: [string, string][] = [
  ['account_id', 'account_id IS NOT NULL AND NOT account_id = ANY ($1::uuid[])'],
  ['organization_id', `organization_id IN ${others}`],
  ['membership_id', `membership_id IN ${strangers}`],
]
const special: Record<string, string> = {
  account: 'NOT id = ANY ($1::uuid[])',
  organization: `id IN ${others}`,
  // Who also stands on a supplier's side is known as that.
  user: `id IN (SELECT user_id FROM membership WHERE organization_id IN ${others})
         AND id NOT IN (SELECT user_id FROM membership WHERE side = 'supplier')`,
  // What an event without an account says stays in its organization.
  event: `(account_id IS NOT NULL AND NOT account_id = ANY ($1::uuid[])) OR (account_id IS NULL AND organization_id IN ${others})`,
}

function foreignRows({ name, columns }: Table): string | undefined {
  return special[name] ?? belongs.find(([column]) => columns.includes(column))?.[1]
}

type Row = { place: string; row: object }

async function attempt(sql: string, ...values: unknown[]): Promise<number | string> {
  try {
    return await runAsActor(attacker, () => prisma.$executeRawUnsafe(sql, ...values))
  } catch (error) {
    return (error as Error).message
  }
}

test('nobody reads, changes, removes or copies a row of another customer, in any table', async () => {
  const wrong: string[] = []
  const proven: string[] = []
  for (const table of tables) {
    const name = `"${table.name}"`
    const where = foreignRows(table)
    if (table.policies === 0) {
      const seen = await attempt(`SELECT 1 FROM ${name}`)
      if (seen !== 0 && !/permission denied/.test(String(seen))) wrong.push(`${name} read: ${seen}`)
      continue
    }
    if (!where) continue
    const rows = await unscopedPrisma().$queryRawUnsafe<Row[]>(
      `SELECT t.ctid::text AS place, to_jsonb(t) AS row FROM ${name} t WHERE ${where} LIMIT 5`,
      accounts,
    )
    const [first] = rows
    if (!first) continue
    proven.push(table.name)
    const places = rows.map(({ place }) => place)
    const column = `"${table.written[0]}"`
    const tries = {
      read: await attempt(`SELECT 1 FROM ${name} WHERE ctid = ANY ($1::text[]::tid[])`, places),
      change: await attempt(
        `UPDATE ${name} SET ${column} = ${column} WHERE ctid = ANY ($1::text[]::tid[])`,
        places,
      ),
      remove: await attempt(`DELETE FROM ${name} WHERE ctid = ANY ($1::text[]::tid[])`, places),
    }
    for (const [what, answer] of Object.entries(tries)) {
      if (answer !== 0 && !/permission denied/.test(String(answer))) wrong.push(`${name} ${what}: ${answer}`)
    }
    const written = table.written.map((each) => `"${each}"`).join(', ')
    const copied = await attempt(
      `INSERT INTO ${name} (${written}) SELECT ${written} FROM jsonb_populate_record(NULL::${name}, $1::jsonb)`,
      JSON.stringify(first.row),
    )
    if (!/row-level security|permission denied|immutable|insufficient/.test(String(copied)))
      wrong.push(`${name} copy: ${copied}`)
  }
  expect(wrong).toEqual([])
  expect(proven).toEqual(
    expect.arrayContaining([
      'account',
      'consultation',
      'event',
      'file',
      'message',
      'membership',
      'document_reading',
    ]),
  )
}, 60_000)

test('each table says by a column of its own whose its rows are, or hangs from one that does', () => {
  const owned = new Set(tables.filter(foreignRows).map(({ name }) => name))
  const ownerless = tables.filter(
    ({ name, policies, parents }) =>
      policies > 0 && !owned.has(name) && !parents.some((each) => owned.has(each)),
  )
  expect(ownerless.map(({ name }) => name)).toEqual([])
})
