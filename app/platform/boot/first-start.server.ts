import pg from 'pg'
import { log } from '#app/platform/log.server.ts'

export type World = 'demo' | 'own'

/** Held while a process decides; another number than that of the migrations. */
const firstStartLock = 72707370

interface FirstStart {
  ownerUrl: string
  /** False when the database belongs to real work: then it is not filled. */
  allowsDemo: boolean
  /** Whether nobody has put anything into the database. */
  isEmpty(): Promise<boolean>
  fill(): Promise<void>
}

/**
 * Fills an empty database with the demo world, once, whoever comes first. A process that was killed in the middle
 * leaves half a world, which nobody has seen: it is taken out and told again.
 */
export async function firstStart({ ownerUrl, allowsDemo, isEmpty, fill }: FirstStart): Promise<World> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [firstStartLock])
    const state = await stateOf(client)
    if (state === 'filled') return 'demo'
    if (state === 'begun') await takeOut(client)
    if (!allowsDemo || !(await isEmpty())) return 'own'
    await begin(client)
    const started = performance.now()
    await fill()
    await client.query('UPDATE counterpart.demo SET filled_at = now()')
    log.info({ milliseconds: Math.round(performance.now() - started) }, 'demo world filled in')
    return 'demo'
  } finally {
    await client.end()
  }
}

async function stateOf(client: pg.Client): Promise<'none' | 'begun' | 'filled'> {
  const { rows } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('counterpart.demo') IS NOT NULL AS exists",
  )
  if (!rows[0]?.exists) return 'none'
  const { rows: found } = await client.query<{ filled: boolean }>(
    'SELECT filled_at IS NOT NULL AS filled FROM counterpart.demo',
  )
  if (!found[0]) return 'none'
  return found[0].filled ? 'filled' : 'begun'
}

/** In a schema of its own: it says something about the database, and is no part of the application's tables. */
async function begin(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS counterpart;
    CREATE TABLE IF NOT EXISTS counterpart.demo (begun_at timestamptz NOT NULL DEFAULT now(), filled_at timestamptz);
    INSERT INTO counterpart.demo DEFAULT VALUES`)
}

async function takeOut(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ tables: string | null }>(
    `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  log.warn('the demo world was only half there: it is filled in again')
  await client.query('BEGIN')
  if (rows[0]?.tables) await client.query(`TRUNCATE ${rows[0].tables} RESTART IDENTITY`)
  await client.query('DELETE FROM graphile_worker._private_jobs')
  await client.query('DELETE FROM counterpart.demo')
  await client.query('COMMIT')
}
