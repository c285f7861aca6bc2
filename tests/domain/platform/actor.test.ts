import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  countQueries,
  prisma,
  runAsActor,
  transact,
  unscopedPrisma,
} from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'

const databaseUrl = useTestDatabase()
const actors = Array.from({ length: 7 }, (_, index) => `01900000-0000-7000-8000-00000000000${index}`)

type Row = { owner_id: string }
const ownersSeen = () => prisma.$queryRaw<Row[]>`select owner_id::text from leak`

beforeAll(async () => {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  await client.query(`
    create table leak (owner_id uuid not null);
    alter table leak enable row level security;
    create policy own on leak using (owner_id = (select nullif(current_setting('app.actor', true), '')::uuid))`)
  for (const actor of actors) await client.query('insert into leak values ($1)', [actor])
  // A membership that only its own policy can show: organizations are visible to their members alone.
  await client.query(`insert into organization (id, name, language, time_zone)
    select owner_id, 'O ' || owner_id, 'en', 'UTC' from leak`)
  await client.query(
    `insert into "user" (id, email, language) select owner_id, owner_id || '@x.example', 'en' from leak`,
  )
  await client.query(`insert into membership (id, user_id, organization_id, side, name)
    select owner_id, owner_id, owner_id, 'customer', 'M ' || owner_id from leak`)
  await client.end()
})

describe('the actor of a connection', () => {
  test('no actor, no rows; the owner sees all', async () => {
    expect(await ownersSeen()).toEqual([])
    expect(await prisma.membership.count()).toBe(0)
    expect(await unscopedPrisma().membership.count()).toBe(actors.length)
  })

  test('the application cannot reach past its role', async () => {
    await expect(prisma.$queryRaw`select * from _prisma_migrations`).rejects.toThrow(/permission denied/)
    await expect(prisma.$executeRaw`alter table leak disable row level security`).rejects.toThrow(/owner/)
    const [role] = await prisma.$queryRaw<{ rolsuper: boolean; rolbypassrls: boolean }[]>`
      select rolsuper, rolbypassrls from pg_roles where rolname = current_user`
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false })
  })

  test('2,000 concurrent queries under alternating actors leak nothing', async () => {
    const seen = await Promise.all(
      Array.from({ length: 2_000 }, async (_, index) => {
        const actor = actors[index % actors.length] ?? ''
        const rows = await runAsActor(actor, ownersSeen)
        return rows.length === 1 && rows[0]?.owner_id === actor
      }),
    )
    expect(seen.filter((isRight) => !isRight)).toEqual([])
  })

  test('findUnique calls of one tick are answered each to the one who asked', async () => {
    const pairs = Array.from({ length: 700 }, (_, index) => ({
      actor: actors[index % actors.length] ?? '',
      // Every other one asks for its own, the rest for somebody else's.
      wanted: actors[(index + (index % 2)) % actors.length] ?? '',
    }))
    const wrong = await Promise.all(
      pairs.map(async ({ actor, wanted }) => {
        const found = await runAsActor(actor, () => prisma.organization.findUnique({ where: { id: wanted } }))
        return (found !== null) !== (actor === wanted)
      }),
    )
    expect(wrong.filter(Boolean)).toEqual([])
  })

  test('transactions keep their actor, also when actors alternate and one fails', async () => {
    const results = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const actor = actors[index % actors.length] ?? ''
        const work = transactionOf(index % 5 === 0)
        return runAsActor(actor, work).then(
          (owners) => owners.every((each) => each === actor),
          (error: Error) => error.message === 'on purpose',
        )
      }),
    )
    expect(results.every(Boolean)).toBe(true)
  })

  test('a transaction inside joins for the same actor, and stands alone for another', async () => {
    const [first = '', second = ''] = actors
    const ids = await runAsActor(first, () =>
      transact(async (tx) => {
        const outer = await transactionId(tx)
        const inner = await transact(transactionId)
        const other = await runAsActor(second, () => transact(transactionId))
        return { outer, inner, other }
      }),
    )
    expect(ids.inner).toBe(ids.outer)
    expect(ids.other).not.toBe(ids.outer)
  })

  test('a list as a transaction is refused: it would lose its actor', async () => {
    await expect(prisma.$transaction([prisma.membership.count()])).rejects.toThrow(/use transact/)
  })

  test('statements are counted without those that only bind or bracket', async () => {
    const { statements, result } = await countQueries(() =>
      runAsActor(actors[0] ?? '', () =>
        transact(async (tx) => [await tx.membership.count(), await tx.organization.count()]),
      ),
    )
    expect(result).toEqual([1, 1])
    expect(statements).toHaveLength(2)
  })
})

type Querying = { $queryRaw: typeof prisma.$queryRaw }

const transactionOf = (fails: boolean) => () =>
  transact(async (tx) => {
    const before = await tx.$queryRaw<Row[]>`select owner_id::text from leak`
    if (fails) throw new Error('on purpose')
    const after = await tx.$queryRaw<Row[]>`select owner_id::text from leak`
    return [...before, ...after].map((row) => row.owner_id)
  })

async function transactionId(tx: Querying): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`select pg_current_xact_id()::text as id`
  return row?.id ?? ''
}
