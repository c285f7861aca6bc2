import type { PrismaClient } from '#app/platform/database/client/client.ts'

type Request = { transaction?: { kind: string } }
type Loader = { options: { batchBy: (request: Request) => string | undefined } }

/**
 * Prisma gathers the `findUnique` calls of one tick, whoever made them, and sends them as one query in the context
 * of the first: under row-level security one person would get an answer as another. Here each request goes alone,
 * in the context of the one who asked.
 */
export function runEachAlone(client: PrismaClient): PrismaClient {
  const loader = (client as unknown as { _requestHandler?: { dataloader?: Loader } })._requestHandler
    ?.dataloader
  if (typeof loader?.options?.batchBy !== 'function') {
    throw new Error('This release of Prisma gathers queries in another way: see run-each-alone.server.ts')
  }
  loader.options.batchBy = (request) => {
    if (request.transaction?.kind !== 'batch') return undefined
    throw new Error('A list of queries as a transaction loses the actor: use transact')
  }
  return client
}
