import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** For the server's programs: messages in English, nothing of the application's configuration. */
export const serverVariables = { PATH: process.env.PATH, LC_MESSAGES: 'C' } as unknown as NodeJS.ProcessEnv

/**
 * When a process started, or undefined when it does not run any more. Process ids come round again, so an id names
 * a process only together with this.
 */
export function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return startByCommand(pid)
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // After the name in brackets: the state, then, 19 fields on, the start in ticks since the machine came up (proc(5)).
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${fields[19]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return undefined
  }
}

function startByCommand(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** Whether the process is a server of this database folder: a server works in its folder. */
export function servesFolder(pid: number, folder: string): boolean {
  if (startOf(pid) === undefined) return false
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === folder
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder)
  } catch {
    return false
  }
}

/** The processes that work in a folder; only Linux tells. */
export function workingIn(folder: string): number[] {
  if (process.platform !== 'linux') return []
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => servesFolder(pid, folder))
}
