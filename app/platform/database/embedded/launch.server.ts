import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from '#app/platform/database/embedded/binaries.server.ts'
import { dataOf } from '#app/platform/database/embedded/cluster.server.ts'
import type { Home } from '#app/platform/database/embedded/home.server.ts'
import { readPostmaster } from '#app/platform/database/embedded/postmaster.server.ts'
import { serverVariables } from '#app/platform/database/embedded/processes.server.ts'
import { StartError } from '#app/platform/environment.server.ts'
import { log } from '#app/platform/log.server.ts'

export type Installation = { home: Home; binaries: Binaries; logFile: string }

/** `ended` resolves when the server ends unexpectedly. */
export type Running = { pid: number; port: number; expectEnd(): void; ended: Promise<void> }

/** Starts the server with these settings and resolves once it answers. */
export async function launch(installation: Installation, set: Record<string, string>): Promise<Running> {
  const { home, binaries, logFile } = installation
  const data = dataOf(home)
  const mark = startLog(logFile)
  const output = openSync(logFile, 'a', 0o600)
  const parameters = Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A session of its own: Ctrl+C in the terminal goes to the application, which stops the server when it is done.
  const child = spawn(binaries.postgres, ['-D', data, ...parameters], {
    ...home.identity,
    cwd: home.folder,
    env: serverVariables,
    stdio: ['ignore', output, output],
    detached: true,
  })
  closeSync(output)
  child.unref()
  const pid = await started(child)
  await untilReady(data, pid, () => endOf(child, logFile, mark))
  let isExpected = false
  const ended = new Promise<void>((resolve) => {
    child.on('exit', (code, signal) => {
      if (isExpected) return
      log.fatal({ code, signal }, `the embedded database ended by itself: see ${logFile}`)
      resolve()
    })
  })
  const expectEnd = () => {
    isExpected = true
  }
  return { pid, port: Number(set.port), expectEnd, ended }
}

function started(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid ?? 0))
    child.once('error', (error) =>
      reject(new StartError(`The embedded database does not start: ${error.message}`)),
    )
  })
}

/** Recovery after a crash can take long on a slow disk: as long as the server lives, it is waited for. */
async function untilReady(data: string, pid: number, failure: () => string | undefined): Promise<void> {
  for (;;) {
    const postmaster = readPostmaster(data)
    if (postmaster?.pid === pid && postmaster.isReady) return
    const reason = failure()
    if (reason) throw new StartError(reason)
    await wait(5)
  }
}

function endOf(child: ChildProcess, logFile: string, mark: number): string | undefined {
  if (child.exitCode === null && child.signalCode === null) return undefined
  const lines = readFileSync(logFile).subarray(mark).toString().split('\n')
  if (lines.some((line) => /no space left/i.test(line))) return `The disk of ${path.dirname(logFile)} is full`
  const told = lines.find((line) => /FATAL|PANIC|could not|error/i.test(line)) ?? lines.at(-2) ?? ''
  return `The embedded database does not start: ${told.replace(/^.*?(FATAL|PANIC|LOG|WARNING):\s*/, '')} (${logFile})`
}

/** Keeps the last run's lines once the file is large; gives the place where this run's begin. */
function startLog(file: string): number {
  const size = existsSync(file) ? statSync(file).size : 0
  if (size < 5_000_000) return size
  renameSync(file, `${file}.1`)
  return 0
}

/** The wanted port when it is free, else any free one. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => (wanted ? resolve(freePort()) : reject(error)))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
