import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { actorStore } from '#app/platform/database/actor.server.ts'
import { type Prisma, PrismaClient } from '#app/platform/database/client/client.ts'
import { applicationRole } from '#app/platform/database/grants.server.ts'
import { closeListener, setListenerUrl } from '#app/platform/database/listen.server.ts'
import { createActorPool, createPool } from '#app/platform/database/pool.server.ts'
import { runEachAlone } from '#app/platform/database/run-each-alone.server.ts'
import { StartError } from '#app/platform/environment.server.ts'
import { Forbidden } from '#app/platform/errors.ts'

export { runAsActor } from '#app/platform/database/actor.server.ts'
export { countQueries } from '#app/platform/database/query-count.server.ts'
export { isUnreachable } from '#app/platform/database/unreachable.server.ts'

/** Inside a transaction. */
export type Tx = Prisma.TransactionClient
/** What a query needs: `prisma` or a transaction. */
export type Database = Tx

type Isolation = 'ReadCommitted' | 'RepeatableRead' | 'Serializable'

type Connection = {
  url: string
  pools: pg.Pool[]
  scoped: PrismaClient
  unscoped: PrismaClient
}

/**
 * Each connection plans each statement for itself, and a large page's takes longer to plan than to answer a hundred
 * times: twice the processors is enough to keep them busy, and a connection is kept through a quiet while.
 */
const forPages = { max: Math.min(10, 2 * availableParallelism() + 1), idleTimeoutMillis: 600_000 }

/** How long a transaction waits for a connection and may take, in milliseconds. */
const patience = { maxWait: 10_000, timeout: 30_000 }

let connection: Connection | undefined

/** Connects this process to the database of the owner's address. The database has been migrated. */
export async function connectDatabase(ownerUrl: string): Promise<void> {
  if (connection) throw new Error('The database is connected already')
  const { url, options } = withoutOptions(ownerUrl)
  // Dates travel without a zone, as UTC.
  const owner = createPool({ connectionString: url, max: 5, options: `${options} -c timezone=UTC` })
  const role = applicationRole(await currentUser(owner))
  const application = createActorPool({
    connectionString: url,
    ...forPages,
    options: `${options} -c timezone=UTC -c role=${role.replace(/([\\ ])/g, '\\$1')}`,
  })
  const scoped = runEachAlone(new PrismaClient({ adapter: adapterOf(application) }))
  const unscoped = new PrismaClient({ adapter: adapterOf(owner), transactionOptions: patience })
  setListenerUrl(ownerUrl)
  connection = { url: ownerUrl, pools: [owner, application], scoped, unscoped }
}

export async function disconnectDatabase(): Promise<void> {
  const closing = connection
  connection = undefined
  if (!closing) return
  await closeListener()
  await Promise.all([closing.scoped.$disconnect(), closing.unscoped.$disconnect()])
  await Promise.all(closing.pools.map((pool) => pool.end()))
}

/**
 * The application's access to the database: as the actor in context, under row-level security.
 * Without an actor there are no rows.
 */
export const prisma: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, key) {
    const { scoped } = connected()
    const value: unknown = Reflect.get(scoped, key)
    return typeof value === 'function' ? value.bind(scoped) : value
  },
})

/** The owner's access, past row-level security: for jobs, sign-in, ingest and boot alone (tests/architecture). */
export function unscopedPrisma(): PrismaClient {
  return connected().unscoped
}

/** The owner's pool, for libraries that speak SQL themselves (the rate limits). */
export function unscopedPool(): pg.Pool {
  const [owner] = connected().pools
  if (!owner) throw new Error('The database has no pool')
  return owner
}

/** The address that the owner's connections use: for the job queue and for LISTEN. */
export function databaseUrl(): string {
  return connected().url
}

const running = new AsyncLocalStorage<{ tx: Tx; actor: string | undefined }>()

/**
 * Runs `work` in one transaction, in the name of the actor in context. A transaction inside a transaction of the
 * same actor joins it. A transaction that lost against a concurrent one is tried again, so `work` does nothing but
 * talk to the database.
 * @throws Forbidden where a right was withdrawn between the question and the writing: row-level security has the last word
 */
export async function transact<T>(
  work: (tx: Tx) => Promise<T>,
  options: { isolation?: Isolation } = {},
): Promise<T> {
  const actor = actorStore.getStore()
  const outer = running.getStore()
  if (outer && outer.actor === actor) return work(outer.tx)
  const run = () =>
    connected().scoped.$transaction((tx) => running.run({ tx, actor }, async () => await work(tx)), {
      ...patience,
      isolationLevel: options.isolation,
    })
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (isRefusedByPolicy(error)) throw new Forbidden()
      if (attempt === 3 || !isSerializationFailure(error)) throw error
    }
  }
}

/** A unique constraint or index refused the row; with `name`, one whose name holds this. */
export function isUniqueViolation(error: unknown, name?: string): boolean {
  if (codeOf(error) !== 'P2002') return false
  return !name || JSON.stringify((error as Prisma.PrismaClientKnownRequestError).meta ?? {}).includes(name)
}

/** The record to change was not there, or was no longer as the where-clause said. */
export const isRecordMissing = (error: unknown): boolean => codeOf(error) === 'P2025'

const isRefusedByPolicy = (error: unknown): boolean =>
  /violates row-level security policy/.test((error as Error | null)?.message ?? '')

/** A concurrent transaction was faster (40001, 40P01): Prisma says so with one code for its own statements, another for raw ones. */
export const isSerializationFailure = (error: unknown): boolean =>
  codeOf(error) === 'P2034' ||
  (codeOf(error) === 'P2010' && /Code: `(40001|40P01)`/.test((error as Error).message))

function codeOf(error: unknown): string | undefined {
  const known = error as { name?: string; code?: string } | null
  return known?.name === 'PrismaClientKnownRequestError' ? known.code : undefined
}

function connected(): Connection {
  if (!connection) throw new Error('The database is not connected: call connectDatabase first')
  return connection
}

/** Prepared once a connection, by the text of the statement. */
function adapterOf(pool: pg.Pool): PrismaPg {
  return new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) })
}

const names = new Map<string, string>()

function statementName(sql: string): string {
  const known = names.get(sql)
  if (known) return known
  const name = createHash('sha1').update(sql).digest('hex')
  if (names.size < 2_000) names.set(sql, name)
  return name
}

async function currentUser(pool: pg.Pool): Promise<string> {
  try {
    const { rows } = await pool.query<{ owner: string }>('select current_user as owner')
    return rows[0]?.owner ?? ''
  } catch (error) {
    await pool.end()
    throw new StartError(`The database cannot be reached: ${(error as Error).message || 'no answer'}`)
  }
}

/** `options` of an address would replace ours: both are wanted. */
function withoutOptions(ownerUrl: string): { url: string; options: string } {
  const url = new URL(ownerUrl)
  const options = url.searchParams.get('options') ?? ''
  url.searchParams.delete('options')
  return { url: url.href, options }
}
