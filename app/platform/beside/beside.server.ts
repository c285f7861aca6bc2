import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#app/platform/environment.server.ts'
import type { TaskName, Tasks } from './tasks.server.ts'
import type { Answered, Asked } from './thread.server.ts'

/** At most so many threads at a time; the rest waits its turn. */
const mostThreads = 2
/** A thread that has had nothing to do for so long ends, in milliseconds. */
const idle = 60_000
const memory = { maxOldGenerationSizeMb: 768 }

export interface BesideOptions {
  /** After so many milliseconds the thread is ended, whatever it does. */
  patience?: number
  /** Buffers that are moved instead of copied: the caller cannot use them any more. */
  moved?: ArrayBuffer[]
}

/** The work was ended because it took too long, or because it wanted too much memory. */
export class BesideFailed extends Error {
  override name = 'BesideFailed'
}

interface Thread {
  worker: Worker
  /** Its modules are loaded; that takes no time off anybody's patience. */
  ready: Promise<void>
  isBusy: boolean
  timer?: NodeJS.Timeout
}

const threads = new Set<Thread>()
const waiting: (() => void)[] = []
let lastId = 0

/**
 * Runs a task on a thread of its own, so that pages go on being answered, with a limit of memory and time.
 * @throws BesideFailed
 */
export async function runBeside<Name extends TaskName>(
  task: Name,
  input: Parameters<Tasks[Name]>[0],
  options: BesideOptions = {},
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const { patience = 20_000, moved = [] } = options
  const thread = await freeThread()
  const asked: Asked = { id: ++lastId, task, input }
  try {
    await thread.ready.catch((error: unknown) => {
      drop(thread)
      throw error
    })
    return (await answerOf(thread, asked, { patience, moved })) as Awaited<ReturnType<Tasks[Name]>>
  } finally {
    release(thread)
  }
}

function answerOf(
  thread: Thread,
  asked: Asked,
  { patience, moved }: Required<BesideOptions>,
): Promise<unknown> {
  const { worker } = thread
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new BesideFailed('it took too long')), true), patience)
    const end = (settle: () => void, isBroken: boolean) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      if (isBroken) drop(thread)
      settle()
    }
    const onMessage = (answer: Answered) => {
      if (answer.id !== asked.id) return
      if ('error' in answer) end(() => reject(new BesideFailed(answer.error)), false)
      else end(() => resolve(answer.result), false)
    }
    const onError = (error: Error) => end(() => reject(new BesideFailed(String(error))), true)
    const onExit = () => end(() => reject(new BesideFailed('the thread ended')), true)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(asked, moved)
  })
}

async function freeThread(): Promise<Thread> {
  for (;;) {
    const free = [...threads].find((each) => !each.isBusy)
    if (free) return take(free)
    if (threads.size < mostThreads) {
      const worker = start()
      const thread = { worker, isBusy: true, ready: readyOf(worker) }
      threads.add(thread)
      return thread
    }
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
}

function readyOf(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error?: unknown) => reject(new BesideFailed(`the thread did not start: ${String(error)}`))
    const listen = () => {
      worker.off('error', fail).off('exit', fail)
      resolve()
    }
    worker.once('message', listen).once('error', fail).once('exit', fail)
  })
}

function take(thread: Thread): Thread {
  clearTimeout(thread.timer)
  thread.isBusy = true
  return thread
}

function release(thread: Thread): void {
  thread.isBusy = false
  if (threads.has(thread)) thread.timer = setTimeout(() => drop(thread), idle).unref()
  waiting.shift()?.()
}

function drop(thread: Thread): void {
  threads.delete(thread)
  clearTimeout(thread.timer)
  // Nobody waits for it any more; what it says while it ends is no fault.
  thread.worker.on('error', () => undefined)
  void thread.worker.terminate()
}

/** The build has an entry for the thread; sources are translated as they are loaded. */
function start(): Worker {
  // What libraries say about odd files on the thread's console is no news.
  const options = { execArgv: [], resourceLimits: memory, stdout: true, stderr: true }
  const isSource = import.meta.url.endsWith('.ts')
  const worker = isSource
    ? new Worker(translated(new URL('./thread.server.ts', import.meta.url)), { ...options, eval: true })
    : new Worker(path.join(projectRoot(), 'build', 'server', 'thread.js'), options)
  worker.unref()
  return worker
}

const translated = (entry: URL) =>
  `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry.href)}) })`
