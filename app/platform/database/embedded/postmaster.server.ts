import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { servesFolder, startOf, workingIn } from '#app/platform/database/embedded/processes.server.ts'

export type Postmaster = { pid: number; port: number; isReady: boolean }

/** What the server says about itself in postmaster.pid: line 1 its process, line 4 its port, line 8 its status. */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** The server that an earlier, killed run left running. The lock on the folder says that nobody else uses it. */
export async function leftRunning(data: string): Promise<Postmaster | undefined> {
  const postmaster = readPostmaster(data)
  if (!postmaster) return undefined
  if (servesFolder(postmaster.pid, data)) return postmaster
  if (signal(postmaster.pid, 0)) {
    // Another process has this id today, or a dead one has not been cleared away: the server would take it for a
    // running server and refuse to start. Its own check, that nobody works on the files any more, is made here.
    await endOrphans(data)
    rmSync(path.join(data, 'postmaster.pid'), { force: true })
  }
  return undefined
}

/** Parts of a killed server end by themselves as soon as they notice, but one in the middle of a query may not. */
async function endOrphans(data: string): Promise<void> {
  const started = Date.now()
  for (let orphans = workingIn(data); orphans.length > 0; orphans = workingIn(data)) {
    if (Date.now() - started > 3_000) for (const pid of orphans) signal(pid, 'SIGKILL')
    await wait(20)
  }
}

/** Fast shutdown: open transactions end, a checkpoint is written. Resolves once the server is gone. */
export async function stopPostmaster(data: string, pid: number): Promise<void> {
  if (!signal(pid, 'SIGINT')) return
  const started = Date.now()
  let isUrged = false
  while (startOf(pid) !== undefined && readPostmaster(data)?.pid === pid) {
    if (!isUrged && Date.now() - started > 20_000) {
      isUrged = true
      signal(pid, 'SIGQUIT')
    }
    await wait(10)
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
