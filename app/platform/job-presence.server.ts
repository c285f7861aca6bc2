import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { log } from '#app/platform/log.server.ts'

/**
 * The job library frees the jobs of a process that died after four hours. Here each worker holds an advisory lock
 * for as long as its process lives; what is locked by a worker without one is freed at once.
 */
export interface Presence {
  add(workerId: string): void
  end(): Promise<void>
}

const lockSpace = 1_919_905_900
const firstLook = 2_500
const interval = 20_000

/** A job that was taken a moment ago may belong to a worker whose lock is on its way. */
const freeAbandoned = `
  SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT worker))
  FROM (
    SELECT locked_by AS worker FROM graphile_worker._private_jobs WHERE locked_at < now() - interval '2 seconds'
    UNION ALL
    SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_at < now() - interval '2 seconds'
  ) taken
  WHERE NOT EXISTS (
    SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
    WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.objsubid = 2
      AND l.classid::bigint = ${lockSpace} AND l.objid::bigint = hashtext(worker)::bigint & 4294967295
  )
  HAVING count(*) > 0`

export function showPresence(url: string): Presence {
  const workers = new Set<string>()
  let client: pg.Client | undefined
  let isOver = false
  // One statement after the other: the connection takes no more.
  let last: Promise<unknown> = Promise.resolve()
  const ask = (text: string, values: unknown[] = []) => {
    const run = async () => {
      if (!isOver) await client?.query(text, values)
    }
    last = last
      .then(run)
      .catch((error) => log.warn({ err: error }, 'the presence of the workers is not shown'))
  }
  const lock = (workerId: string) =>
    ask('SELECT pg_advisory_lock($1::int, hashtext($2))', [lockSpace, workerId])
  const look = () => ask(freeAbandoned)
  const connect = async () => {
    for (let pause = 100; !isOver; pause = Math.min(pause * 2, 5_000)) {
      const next = new pg.Client({ connectionString: url, keepAlive: true })
      next.on('error', () => undefined)
      try {
        await next.connect()
        next.once('end', () => void connect())
        client = next
        for (const workerId of workers) lock(workerId)
        return
      } catch {
        await wait(pause, undefined, { ref: false })
      }
    }
  }
  const connected = connect()
  const first = setTimeout(look, firstLook).unref()
  const timer = setInterval(look, interval).unref()
  return {
    add(workerId) {
      workers.add(workerId)
      if (client) lock(workerId)
    },
    async end() {
      isOver = true
      clearTimeout(first)
      clearInterval(timer)
      await connected
      await last
      await client?.end().catch(() => undefined)
    },
  }
}
