import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { environment } from '#app/platform/environment.server.ts'

export interface Spooled {
  path: string
  size: number
}

/** Writes a mail as it comes into a local file that is on the disk when this returns. The memory stays flat. */
export async function spool(chunks: AsyncIterable<Uint8Array>): Promise<Spooled> {
  const folder = path.join(environment().dataDir, 'incoming', 'mail')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, crypto.randomUUID())
  const handle = await open(file, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of chunks) {
      await handle.write(chunk)
      size += chunk.length
    }
    await handle.sync()
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  return { path: file, size }
}

export const unspool = (file: string): Promise<void> => rm(file, { force: true })
