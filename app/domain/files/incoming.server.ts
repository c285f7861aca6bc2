import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { environment } from '#app/platform/environment.server.ts'
import { startsExecutable } from './recognise.server.ts'

/** Bytes that have not all come yet lie here, by the id of their file, so that a broken upload can go on. */
function incomingPath(fileId: string): string {
  return path.join(environment().dataDir, 'incoming', fileId)
}

export { incomingPath }

/** How many bytes of a file have come so far. */
export async function receivedBytes(fileId: string): Promise<number> {
  try {
    return (await stat(incomingPath(fileId))).size
  } catch {
    return 0
  }
}

export type Received =
  | { kind: 'complete' }
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
  const file = incomingPath(fileId)
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(file, start === 0 ? 'w' : 'r+')
  let position = start
  try {
    for await (const chunk of chunks) {
      if (position === 0 && startsExecutable(Buffer.from(chunk.subarray(0, 8)))) return { kind: 'executable' }
      if (position + chunk.length > size) return { kind: 'tooLarge' }
      await handle.write(chunk, 0, chunk.length, position)
      position += chunk.length
    }
    await handle.truncate(position)
    if (position === size) await handle.sync()
  } finally {
    await handle.close()
  }
  return { kind: position === size ? 'complete' : 'partial' }
}

export async function discardIncoming(fileId: string): Promise<void> {
  await rm(incomingPath(fileId), { force: true })
}

/** SHA-256 of a local file in hex, read as a stream. */
export async function hashOf(localPath: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(localPath)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
