import pg from 'pg'
import { actorStore } from '#app/platform/database/actor.server.ts'
import { observe } from '#app/platform/database/query-count.server.ts'
import { log } from '#app/platform/log.server.ts'

type Connected = (error: Error | undefined, client?: pg.PoolClient, release?: (error?: Error) => void) => void

/** A pool that survives the end of the server's connections: without a listener an idle error ends the process. */
export function createPool(options: pg.PoolConfig): pg.Pool {
  return prepared(new pg.Pool(withDefaults(options)))
}

/**
 * The pool of the application's role. Each connection that leaves it is bound to the actor of the one who asked:
 * row-level security reads the setting `app.actor` (app/decisions).
 */
export function createActorPool(options: pg.PoolConfig): pg.Pool {
  return prepared(new ActorPool(withDefaults(options)))
}

class ActorPool extends pg.Pool {
  private readonly bound = new WeakMap<pg.PoolClient, string>()

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const client = super.connect().then((connected) => this.bind(connected, actorStore.getStore() ?? ''))
    if (!callback) return client
    client.then(
      (connected) => callback(undefined, connected, (error) => connected.release(error)),
      (error: Error) => callback(error),
    )
    return undefined
  }

  private async bind(client: pg.PoolClient, actor: string): Promise<pg.PoolClient> {
    if (this.bound.get(client) === actor) return client
    this.bound.delete(client)
    try {
      await client.query({
        name: 'bind-actor',
        text: "select set_config('app.actor', $1, false)",
        values: [actor],
      })
      this.bound.set(client, actor)
      return client
    } catch (error) {
      client.release(error as Error)
      throw error
    }
  }
}

function withDefaults(options: pg.PoolConfig): pg.PoolConfig {
  return { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000, keepAlive: true, ...options }
}

function prepared(pool: pg.Pool): pg.Pool {
  // The error carries the whole connection with it, which nobody wants in the log; while closing, ends are expected.
  pool.on('error', ({ message }) => {
    if (!pool.ending) log.warn({ reason: message }, 'an idle database connection ended')
  })
  pool.on('connect', observe)
  return pool
}
