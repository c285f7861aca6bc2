import { createHash } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { storeFile } from '#app/platform/storage.server.ts'

// What is stored goes beside the test's own folder, not into the application's.
process.env.STORAGE_URL = `file:${path.join(os.tmpdir(), `counterpart-files-${process.pid}`)}`

/** A complete upload with bytes in the storage that is not attached to anything. */
export async function stored(actor: Actor, name: string, bytes: Buffer, type: string): Promise<string> {
  const local = path.join(await mkdtemp(path.join(os.tmpdir(), 'counterpart-file-')), 'file')
  await writeFile(local, bytes)
  const key = `test/${crypto.randomUUID()}`
  await storeFile(local, key)
  const file = await unscopedPrisma().file.create({
    data: {
      key,
      organizationId: actor.organizationId,
      uploadedById: actor.membershipId,
      name,
      size: bytes.length,
      type,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      status: 'complete',
    },
  })
  return file.id
}
