import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { databaseUrl } from '#app/platform/database/database.server.ts'
import { log } from '#app/platform/log.server.ts'

type Stop = () => Promise<void>

const pause = 2_000
const lockSpace = 1_919_905_901

/**
 * Does something in one process at a time of all that share the database: whoever holds the lock. When that process ends
 * or loses its connection, another one goes on within seconds. Returns what ends it here.
 */
export function whileAlone(name: string, begin: () => Promise<Stop>): Stop {
  const ending = new AbortController()
  const done = keepTrying(name, begin, ending.signal)
  return async () => {
    ending.abort()
    await done
  }
}

async function keepTrying(name: string, begin: () => Promise<Stop>, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    const client = new pg.Client({ connectionString: databaseUrl(), keepAlive: true })
    client.on('error', () => undefined)
    const lost = new Promise<void>((resolve) => client.once('end', () => resolve()))
    try {
      await client.connect()
      while (!ending.aborted && !(await lock(client, name))) await rest(ending)
      if (!ending.aborted) await hold(begin, lost, ending)
    } catch (error) {
      log.error({ err: error, name }, 'could not begin and will be tried again')
    } finally {
      await client.end().catch(() => undefined)
    }
    await rest(ending)
  }
}

const rest = (ending: AbortSignal) =>
  wait(pause, undefined, { signal: ending, ref: false }).catch(() => undefined)

async function lock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock($1::int, hashtext($2)) AS taken',
    [lockSpace, name],
  )
  return rows[0]?.taken === true
}

async function hold(begin: () => Promise<Stop>, lost: Promise<void>, ending: AbortSignal): Promise<void> {
  const stop = await begin()
  const told = new Promise<void>((resolve) => {
    if (ending.aborted) resolve()
    else ending.addEventListener('abort', () => resolve(), { once: true })
  })
  await Promise.race([lost, told])
  await stop()
}
