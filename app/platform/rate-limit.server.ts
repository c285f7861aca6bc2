import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { unscopedPool } from '#app/platform/database/database.server.ts'
import { TooMany } from '#app/platform/errors.ts'

export interface RateLimit {
  /**
   * Counts one try.
   * @throws TooMany when the tries of this key are used up.
   */
  take(key: string): Promise<void>
  /** Takes one try back that turned out to be in order. */
  giveBack(key: string): Promise<void>
  /** Begins anew for this key. */
  forget(key: string): Promise<void>
}

/** At most `points` tries of a key within `seconds`, counted in the database, so that all processes share them. */
export function rateLimit(name: string, points: number, seconds: number): RateLimit {
  let made: { pool: pg.Pool; limiter: RateLimiterPostgres } | undefined
  const limiter = () => {
    const pool = unscopedPool()
    if (made?.pool !== pool) {
      const options = {
        keyPrefix: name,
        points,
        duration: seconds,
        tableName: 'rate_limit',
        tableCreated: true,
      }
      made = { pool, limiter: new RateLimiterPostgres({ ...options, storeClient: pool, storeType: 'pool' }) }
    }
    return made.limiter
  }
  return {
    async take(key) {
      try {
        await limiter().consume(digest(key))
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)))
      }
    },
    giveBack: async (key) => void (await limiter().reward(digest(key))),
    forget: async (key) => void (await limiter().delete(digest(key))),
  }
}

/** Neither addresses nor IP numbers stand in the table. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
