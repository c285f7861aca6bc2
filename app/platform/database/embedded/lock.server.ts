import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startOf } from '#app/platform/database/embedded/processes.server.ts'
import { StartError } from '#app/platform/environment.server.ts'

type Owner = { pid: number; start: string }

/**
 * Takes a folder for this process, or says who has it. A process that was killed leaves its lock behind; it is
 * recognised by the start of the process, which nobody else can have. The result gives the folder back.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const file = path.join(folder, 'counterpart.pid')
  const own = JSON.stringify({ pid: process.pid, start: startOf(process.pid) ?? '' })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(draft, own)
    for (let isLocked = false; !isLocked; ) isLocked = await take(file, draft, own)
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(folderProblem(folder, error))
  } finally {
    remove(draft)
  }
  return () => {
    if (read(file) === own) remove(file)
  }
}

async function take(file: string, draft: string, own: string): Promise<boolean> {
  try {
    // A link appears whole or not at all, and only where nothing stands.
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const found = read(file)
  if (found === undefined) return false
  const owner = ownerOf(found)
  if (owner && startOf(owner.pid) === owner.start) {
    throw new StartError(`Data folder ${path.dirname(file)} is in use by process ${owner.pid}`)
  }
  // Two processes may find the same dead owner: the last to rename wins, and each looks again before it goes on.
  renameSync(draft, file)
  await wait(60)
  if (read(file) === own) return true
  writeFileSync(draft, own)
  return false
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // What cannot be removed was never written.
  }
}

function ownerOf(text: string): Owner | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One line about a folder that cannot be written to. */
export function folderProblem(folder: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || /no space left/i.test(message)) return `The disk of ${folder} is full`
  // ENOENT: what Node says of a folder to be made on a file system that is read-only.
  const refused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT']
  if (refused.includes(code ?? '')) {
    return `Data folder ${folder} is not writable for this user`
  }
  return `Data folder ${folder} cannot be used: ${message}`
}
