import { setTimeout as wait } from 'node:timers/promises'
import type { Site } from '../client/request.ts'
import { fetchPage } from './capture.ts'
import { usageOf } from './usage.ts'

const repetitions = 5

/** Statements of a page that was opened before, the one that reads the session included. */
export async function statementsOf(site: Site, path: string): Promise<number> {
  await (await fetchPage(site, path)).arrayBuffer()
  const counts: number[] = []
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    // What the first opening set off has come to rest.
    await wait(50)
    const before = await usageOf(site.port)
    await (await fetchPage(site, path)).arrayBuffer()
    counts.push((await usageOf(site.port)).statements - before.statements)
  }
  return counts.sort((a, b) => a - b)[Math.floor(repetitions / 2)] ?? Number.NaN
}
