import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../environment.server.ts'
import type { Task, Told } from './child.server.ts'
import { type ExtractedPage, extractLimits, Unreadable } from './pages.ts'

export interface Extracted {
  pages: ExtractedPage[]
  /** Of the file, also of those without words. */
  pageCount: number
  /** There is more than was kept. */
  isTruncated: boolean
}

export interface ExtractBounds {
  /** Milliseconds. */
  time: number
  /** Bytes. */
  heap: number
  memory: number
}

let last: Promise<unknown> = Promise.resolve()

/**
 * The words of a local file, taken out in a child process of low priority, so that a page waits neither for the reader
 * nor for its mistakes: what takes too long or too much memory is killed. One at a time in this process.
 * @throws Unreadable when the file is to blame; any other error when the process was.
 */
export function extractBeside(task: Task, bounds: ExtractBounds = extractLimits): Promise<Extracted> {
  const next = last.then(() => extractInChild(task, bounds))
  last = next.catch(() => undefined)
  return next
}

function extractInChild(task: Task, bounds: ExtractBounds): Promise<Extracted> {
  return new Promise((resolve, reject) => {
    const child = start(bounds)
    const pages: ExtractedPage[] = []
    let outcome: Told | undefined
    let complaint = ''
    let killedFor: 'time' | 'memory' | undefined
    const kill = (reason: 'time' | 'memory') => {
      killedFor = reason
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => kill('time'), bounds.time)
    const watch = setInterval(() => {
      void residentBytes(child).then((bytes) => bytes > bounds.memory && kill('memory'))
    }, 500)
    child.stderr?.on('data', (chunk) => {
      complaint = `${complaint}${String(chunk)}`.slice(-2000)
    })
    child.on('message', (told: Told) => {
      if ('pages' in told) pages.push(...told.pages)
      else outcome = told
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      clearInterval(watch)
      const isOutOfMemory = killedFor === 'memory' || signal === 'SIGABRT' || code === 134
      if (outcome && 'unreadable' in outcome) reject(new Unreadable(outcome.unreadable))
      else if (outcome && 'done' in outcome) resolve({ pages, ...outcome.done })
      else if (isOutOfMemory) reject(new Unreadable('tooLarge'))
      else if (killedFor !== 'time')
        reject(new Error(`the reader ended with ${signal ?? code}: ${complaint}`))
      // What came until then is worth keeping.
      else if (pages.length > 0) resolve({ pages, pageCount: pages.at(-1)?.page ?? 0, isTruncated: true })
      else reject(new Unreadable('tooSlow'))
    })
    child.send(task)
  })
}

/** In the build the child has an entry of its own; elsewhere its source is read by tsx. */
function start({ heap }: ExtractBounds): ChildProcess {
  const isSource = import.meta.url.endsWith('.ts')
  const entry = isSource
    ? path.join(import.meta.dirname, 'child.server.ts')
    : path.join(projectRoot(), 'build', 'server', 'extract.js')
  const child = fork(entry, {
    // No secrets: the file comes from somebody else.
    env: { NODE_ENV: process.env.NODE_ENV },
    execArgv: [
      `--max-old-space-size=${Math.round(heap / 1024 ** 2)}`,
      ...(isSource ? ['--import', pathToFileURL(createRequire(entry).resolve('tsx')).href] : []),
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  try {
    if (child.pid && !isSource) os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It is gone already, or the system has no priorities.
  }
  return child
}

/** Where the system does not tell, the limit of the heap alone holds. */
async function residentBytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}
