import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrationsFolder } from '#app/platform/database/migrations.server.ts'
import { presentSchema, schemaDifference } from '#app/platform/database/schema-engine.server.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'

// Two databases, one from the migrations and one from the models alone, have the same catalogue. What Prisma's
// language cannot say may be more in the first: policies, functions, triggers, checks, and columns for search.
const catalogue = {
  columns: `
    select c.table_name, c.column_name, c.data_type, c.udt_name, c.is_nullable, c.column_default,
      c.character_maximum_length, c.numeric_precision, c.numeric_scale, c.datetime_precision
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.table_name <> '_prisma_migrations' and c.column_name not like 'search%'
    order by 1, 2`,
  enums: `
    select t.typname, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
    from pg_type t join pg_enum e on e.enumtypid = t.oid
    where t.typnamespace = 'public'::regnamespace group by 1 order by 1`,
  keys: `
    select conrelid::regclass::text as table_name, conname, contype, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
      and conrelid::regclass::text <> '_prisma_migrations' order by 1, 2`,
}

const indexes = `
  select indexname, indexdef from pg_indexes
  where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1`

let migrated: TestDatabase
let modelled: TestDatabase

beforeAll(async () => {
  migrated = await createTestDatabase()
  modelled = await createTestDatabase({ isEmpty: true })
  const schema = await presentSchema(path.dirname(migrationsFolder()))
  await ask(modelled, await schemaDifference('', schema))
})

afterAll(async () => {
  await migrated?.drop()
  await modelled?.drop()
})

async function ask(database: TestDatabase, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test.each(Object.entries(catalogue))('%s of the migrations are those of the models', async (_, statement) => {
  expect(await ask(migrated, statement)).toEqual(await ask(modelled, statement))
})

test('the migrations make every index that the models name', async () => {
  const made = new Map((await ask(migrated, indexes)).map((row) => [row.indexname, row.indexdef]))
  for (const { indexname, indexdef } of await ask(modelled, indexes)) {
    expect(made.get(indexname), String(indexname)).toBe(indexdef)
  }
})

test('the last snapshot is the present schema', async () => {
  const names = (await readdir(migrationsFolder())).sort().reverse()
  const texts = names.map((name) =>
    readFile(path.join(migrationsFolder(), name, 'schema.snapshot'), 'utf8').catch(() => undefined),
  )
  const last = (await Promise.all(texts)).find((text) => text !== undefined)
  const difference = await schemaDifference(last ?? '', await presentSchema(path.dirname(migrationsFolder())))
  expect(difference.replace(/^--.*$/gm, '').trim(), 'npm run db:diff NAME').toBe('')
})
