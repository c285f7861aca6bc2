import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  copyFile,
  type FileHandle,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { environment } from '#app/platform/environment.server.ts'
import { startsExecutable } from './recognise.server.ts'

const folderOf = (fileId: string) => path.join(environment().dataDir, 'incoming', fileId)

/** Bytes that have not all come yet lie here, in a folder of their file, so that a broken upload can go on. */
export function incomingPath(fileId: string): string {
  return path.join(folderOf(fileId), 'bytes')
}

/** Each request that writes leaves a mark: under the first name while its file is open, afterwards under the second. */
const writing = 'writing-'
const wrote = 'wrote-'

/** The SHA-256 of all bytes that one request has written, computed as they came. */
export interface StreamedHash {
  writer: string
  sha256: string
}

/** How many bytes of a file have come so far. */
export async function receivedBytes(fileId: string): Promise<number> {
  try {
    return (await stat(incomingPath(fileId))).size
  } catch {
    return 0
  }
}

export type Received =
  /** Without a hash when the bytes came in several tries. */
  | { kind: 'complete'; streamed: StreamedHash | null }
  | { kind: 'partial' }
  | { kind: 'tooLarge' }
  | { kind: 'executable' }

/**
 * Appends a stream at `start` and says how far the file is. Memory stays flat: each chunk is written before the next
 * one is read. What came before a break stays for the next try.
 */
export async function receive(
  fileId: string,
  start: number,
  size: number,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Received> {
  const writer = crypto.randomUUID()
  const mark = path.join(folderOf(fileId), writing + writer)
  const handle = await openMarked(fileId, mark, start)
  const hash = start === 0 ? createHash('sha256') : null
  let position = start
  try {
    for await (const chunk of chunks) {
      if (position === 0 && startsExecutable(Buffer.from(chunk.subarray(0, 8)))) return { kind: 'executable' }
      if (position + chunk.length > size) return { kind: 'tooLarge' }
      await handle.write(chunk, 0, chunk.length, position)
      hash?.update(chunk)
      position += chunk.length
    }
    await handle.truncate(position)
    if (position === size) await handle.sync()
  } finally {
    await handle.close()
    await leaveMark(mark, path.join(folderOf(fileId), wrote + writer))
  }
  if (position < size) return { kind: 'partial' }
  return { kind: 'complete', streamed: hash && { writer, sha256: hash.digest('hex') } }
}

/** Gone when another request has finished in the meantime and taken the folder away. */
async function leaveMark(mark: string, left: string): Promise<void> {
  try {
    await rename(mark, left)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Another request that finishes takes the folder away at any moment: then it is made again. */
async function openMarked(fileId: string, mark: string, start: number): Promise<FileHandle> {
  for (let tries = 1; ; tries += 1) {
    try {
      await mkdir(folderOf(fileId), { recursive: true })
      // Before the file is opened: whoever claims it afterwards sees that somebody may still write.
      await writeFile(mark, '')
      return await open(incomingPath(fileId), start === 0 ? 'w' : 'r+')
    } catch (error) {
      if (tries === 5 || start > 0 || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

/**
 * Takes the bytes away from where further requests would write, and returns the path of them: what is stored is what was
 * claimed, also if another request to the same address still has the file open. Those get a copy to write into that
 * nobody reads. The hash is that of the way here if nobody else ever wrote, else null: then it has to be read.
 * Null when there is nothing, or somebody else claimed it.
 */
export async function claimIncoming(
  fileId: string,
  streamed: StreamedHash | null,
): Promise<{ path: string; sha256: string | null } | null> {
  const claimed = path.join(folderOf(fileId), `claimed-${crypto.randomUUID()}`)
  try {
    await rename(incomingPath(fileId), claimed)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return null
  }
  // Whoever leaves a mark from here on opens another file.
  const names = await readdir(folderOf(fileId))
  const writers = names.filter((name) => name.startsWith(writing) || name.startsWith(wrote))
  if (streamed && writers.length === 1 && writers[0] === wrote + streamed.writer) {
    return { path: claimed, sha256: streamed.sha256 }
  }
  // A mark can also be one of a process that was killed: then the copy was for nothing, and that is all.
  if (!writers.some((name) => name.startsWith(writing))) return { path: claimed, sha256: null }
  const copy = `${claimed}-own`
  await copyFile(claimed, copy)
  await rm(claimed, { force: true })
  return { path: copy, sha256: null }
}

export async function discardIncoming(fileId: string): Promise<void> {
  await rm(folderOf(fileId), { recursive: true, force: true })
}

/** SHA-256 of a local file in hex, read as a stream. */
export async function hashOf(localPath: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(localPath)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
