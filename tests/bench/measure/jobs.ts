import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** Waits until the jobs that are due are done; gives up after `seconds`. Returns how many are left. */
export async function untilIdle(url: string, seconds = 120): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const end = Date.now() + seconds * 1000; ; await wait(500)) {
      const { rows } = await client.query<{ due: number }>(
        'select count(*)::int as due from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts',
      )
      const due = rows[0]?.due ?? 0
      if (due === 0 || Date.now() > end) return due
    }
  } finally {
    await client.end()
  }
}
