// The entry of a thread: takes tasks by name, one after the other, and answers each.
import { parentPort } from 'node:worker_threads'
import { type TaskName, tasks } from './tasks.server.ts'

export interface Asked {
  id: number
  task: TaskName
  input: unknown
}

export type Answered = { id: number; result: unknown } | { id: number; error: string }

parentPort?.on('message', async ({ id, task, input }: Asked) => {
  try {
    const run = tasks[task] as (input: unknown) => Promise<unknown>
    const result = await run(input)
    const bytes = (result as { bytes?: unknown } | null)?.bytes
    const moved = bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []
    parentPort?.postMessage({ id, result } satisfies Answered, moved)
  } catch (error) {
    parentPort?.postMessage({ id, error: String((error as Error)?.stack ?? error) } satisfies Answered)
  }
})

// Everything is loaded.
parentPort?.postMessage('ready')
