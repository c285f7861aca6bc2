import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { migrationsFolder, migrationsOnDisk } from '#app/platform/database/migrations.server.ts'
import { schemaEngine } from '#app/platform/database/schema-engine.server.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'

const databases: TestDatabase[] = []
const scratch = mkdtempSync(path.join(tmpdir(), 'counterpart-migrations-'))
afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop()
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

async function newDatabase(options?: { isEmpty?: boolean }): Promise<TestDatabase> {
  const database = await createTestDatabase(options)
  databases.push(database)
  return database
}

async function ask<T extends pg.QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

/** A copy of the migrations with one more. */
function withMigration(name: string, sql: string): string {
  const folder = mkdtempSync(path.join(scratch, 'set-'))
  cpSync(migrationsFolder(), folder, { recursive: true })
  mkdirSync(path.join(folder, name))
  writeFileSync(path.join(folder, name, 'migration.sql'), sql)
  return folder
}

const tableNames = (url: string) =>
  ask<{ name: string }>(url, `select tablename as name from pg_tables where schemaname = 'public'`)

test('several processes may migrate an empty database at once', async () => {
  const { url } = await newDatabase({ isEmpty: true })
  await Promise.all([migrate(url), migrate(url), migrate(url)])
  const names = (await migrationsOnDisk()).map((migration) => migration.name)
  const applied = await ask<{ migration_name: string }>(
    url,
    'select migration_name from _prisma_migrations order by started_at',
  )
  expect(applied.map((row) => row.migration_name)).toEqual(names)
  await expect(ask(url, 'select 1 from graphile_worker.jobs')).resolves.toEqual([])
})

test("the history is the one of Prisma's own command", async () => {
  const { url } = await newDatabase()
  const engine = await schemaEngine(url)
  const directories = (await migrationsOnDisk()).map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }))
  const migrationsList = {
    baseDir: migrationsFolder(),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: directories,
  }
  const filters = { externalTables: [], externalEnums: [] }
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList,
    filters,
    optInToShadowDatabase: false,
  })
  expect(diagnosis).toMatchObject({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  })
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters })
  expect(appliedMigrationNames).toEqual([])
})

test('a migration that fails leaves nothing of itself, and can be repeated once it is right', async () => {
  const { url } = await newDatabase()
  const before = await tableNames(url)
  const broken = withMigration('9000_broken', 'create table half (id int);\n\nselect no_such_function();\n')
  await expect(migrate(url, broken)).rejects.toThrow(
    /^Migration 9000_broken failed.+no_such_function.+\(line 3\)$/,
  )
  expect(await tableNames(url)).toEqual(before)
  await migrate(url, withMigration('9000_broken', 'create table half (id int);'))
  expect(await tableNames(url)).toHaveLength(before.length + 1)
})

test('a database that is ahead of this copy is refused', async () => {
  const { url } = await newDatabase()
  await migrate(url, withMigration('9001_later', 'create table later (id int);'))
  await expect(migrate(url)).rejects.toThrow(
    /^The database is newer than this copy: it has the migration 9001_later$/,
  )
})

test('a migration with a transaction of its own is refused', async () => {
  const { url } = await newDatabase()
  const folder = withMigration('9002_own', 'BEGIN;\ncreate table own (id int);\nCOMMIT;\n')
  await expect(migrate(url, folder)).rejects.toThrow(/9002_own opens or ends a transaction/)
})

test('an unreachable database is one clear line', async () => {
  await expect(migrate('postgresql://x:y@127.0.0.1:1/none')).rejects.toThrow(
    /^The database cannot be reached: .+$/,
  )
})

test('tables of later migrations belong to the application role as well', async () => {
  const { url } = await newDatabase()
  await migrate(url, withMigration('9003_new', 'create table fresh (id serial primary key);'))
  const [row] = await ask(
    url,
    `select has_table_privilege(current_user || '_app', 'fresh', 'insert') as can_insert,
       has_sequence_privilege(current_user || '_app', 'fresh_id_seq', 'usage') as can_count,
       has_table_privilege(current_user || '_app', '_prisma_migrations', 'select') as can_see_history`,
  )
  expect(row).toEqual({ can_insert: true, can_count: true, can_see_history: false })
})
