import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'

const statements = new AsyncLocalStorage<string[]>()

const overhead =
  /^\s*(begin|commit|rollback|savepoint|release savepoint|set transaction|select set_config\('app\.actor')/i

/** Runs `work` and tells which statements it sent, without those that only open, close or bind a connection. */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const sent: string[] = []
  const result = await statements.run(sent, async () => await work())
  return { result, statements: sent.filter((text) => !overhead.test(text)) }
}

const sentSoFar = { work: 0, overhead: 0 }

/** How many statements this process has sent so far; `overhead` opens, closes or binds a connection. */
export const queriesSent = (): Readonly<typeof sentSoFar> => sentSoFar

/** Makes the statements of a connection countable. */
export function observe(client: pg.PoolClient): void {
  const query = client.query
  client.query = function counted(this: pg.PoolClient, ...parameters: unknown[]) {
    const text = textOf(parameters[0])
    sentSoFar[overhead.test(text) ? 'overhead' : 'work'] += 1
    statements.getStore()?.push(text)
    return Reflect.apply(query, this, parameters)
  } as typeof client.query
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement
  return (statement as { text?: string } | null)?.text ?? ''
}
