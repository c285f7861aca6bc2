import { AsyncLocalStorage } from 'node:async_hooks'

/** The membership in whose name queries run. Without one, row-level security shows no rows. */
export const actorStore = new AsyncLocalStorage<string>()

/**
 * Runs the whole of `work` in the name of a membership. Prisma's promises start when they are awaited, so `work` is
 * an asynchronous function that awaits inside: a query that is returned and awaited outside would run without the
 * actor, which is why the result is awaited here.
 */
export function runAsActor<T>(membershipId: string, work: () => Promise<T>): Promise<T> {
  return actorStore.run(membershipId, async () => await work())
}
