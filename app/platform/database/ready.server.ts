import { setTimeout as wait } from 'node:timers/promises'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'

/** Whether the database answers within two seconds, and has been migrated. */
export async function isDatabaseReady(): Promise<boolean> {
  const over = new AbortController()
  const late = wait(2000, false, { signal: over.signal }).catch(() => false)
  try {
    return await Promise.race([isMigrated(), late])
  } catch {
    return false
  } finally {
    over.abort()
  }
}

async function isMigrated(): Promise<boolean> {
  const [row] = await unscopedPrisma().$queryRaw<{ applied: bigint; open: bigint }[]>`
    SELECT count(*) AS applied, count(*) FILTER (WHERE finished_at IS NULL) AS open
    FROM public._prisma_migrations WHERE rolled_back_at IS NULL`
  return row !== undefined && row.applied > 0n && row.open === 0n
}
