import { randomUUID } from 'node:crypto'
import { Logger, runMigrations as runJobMigrations } from 'graphile-worker'
import pg from 'pg'
import { grantApplicationRole } from '#app/platform/database/grants.server.ts'
import { type Migration, migrationsOnDisk } from '#app/platform/database/migrations.server.ts'
import { StartError } from '#app/platform/environment.server.ts'
import { log } from '#app/platform/log.server.ts'

type Applied = { migration_name: string; checksum: string; finished_at: Date | null }

const quietly = new Logger(() => () => undefined)

/** Held while a process migrates; the number is Prisma's, so that its own command waits as well. */
const migrationLock = 72707369

/**
 * Brings the database up to date: the migrations of prisma/migrations, those of the job queue, and the rights of
 * the application's role. Several processes may call it at once. Each migration is applied whole or not at all.
 */
export async function migrate(ownerUrl: string, folder?: string): Promise<void> {
  const migrations = await migrationsOnDisk(folder)
  const client = await connect(ownerUrl)
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const applied = await history(client)
    refuseForeignHistory(migrations, applied)
    const names = new Set(applied.map((row) => row.migration_name))
    for (const migration of migrations) {
      if (!names.has(migration.name)) await apply(client, migration)
    }
    await runJobMigrations({ connectionString: ownerUrl, logger: quietly })
    await grantApplicationRole(client)
  } finally {
    // Ends the lock as well.
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', (error) => log.error({ err: error }, 'the connection that migrates was lost'))
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new StartError(`The database cannot be reached: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  // Several addresses of one host fail as an AggregateError, whose own message is empty.
  const { message, code } = error as Error & { code?: string }
  return message || code || 'no answer'
}

/** The table is the one of `prisma migrate deploy`, which therefore stays usable on the same database. */
async function history(client: pg.Client): Promise<Applied[]> {
  await client.query(`
    create table if not exists public._prisma_migrations (
      id varchar(36) primary key not null,
      checksum varchar(64) not null,
      finished_at timestamptz,
      migration_name varchar(255) not null,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz not null default now(),
      applied_steps_count integer not null default 0
    )`)
  const { rows } = await client.query<Applied>(
    `select migration_name, checksum, finished_at from public._prisma_migrations
     where rolled_back_at is null order by started_at`,
  )
  return rows
}

function refuseForeignHistory(migrations: Migration[], applied: Applied[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    const migration = known.get(row.migration_name)
    if (!row.finished_at) {
      throw new StartError(
        `Migration ${row.migration_name} failed earlier and has to be resolved by hand first`,
      )
    }
    if (!migration) {
      throw new StartError(`The database is newer than this copy: it has the migration ${row.migration_name}`)
    }
    if (migration.checksum !== row.checksum) {
      log.warn({ migration: row.migration_name }, 'a migration was edited after it had been applied')
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const started = performance.now()
  if (/^(begin|commit);/im.test(migration.sql)) {
    throw new StartError(`Migration ${migration.name} opens or ends a transaction of its own: take that out`)
  }
  try {
    await client.query('begin')
    // Without parameters the whole text goes to the server at once: function bodies keep their semicolons.
    await client.query(migration.sql)
    await client.query(
      `insert into public._prisma_migrations
         (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       values ($1, $2, clock_timestamp(), $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new StartError(
      `Migration ${migration.name} failed, nothing of it was kept: ${placeOf(error, migration)}`,
    )
  }
  const milliseconds = Math.round(performance.now() - started)
  log.info({ migration: migration.name, milliseconds }, 'migration applied')
}

function placeOf(error: unknown, migration: Migration): string {
  const { message, position } = error as pg.DatabaseError
  if (!position) return message
  return `${message} (line ${migration.sql.slice(0, Number(position)).split('\n').length})`
}
