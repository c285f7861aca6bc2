import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { resetStorage } from '#app/platform/storage.server.ts'

/** A folder of the test file's own for stored files. */
export function useTestStorage(): () => string {
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpart-stored-'))
  let before: Partial<ReturnType<typeof environment>> = {}
  beforeAll(() => {
    const { storage, dataDir } = environment()
    before = { storage, dataDir }
    Object.assign(environment(), {
      dataDir: folder,
      storage: { kind: 'file', folder: path.join(folder, 'files') },
    })
    resetStorage()
  })
  afterAll(() => {
    Object.assign(environment(), before)
    resetStorage()
    rmSync(folder, { recursive: true, force: true })
  })
  return () => folder
}

/** A complete upload of a member with its bytes, attached to nothing; `size` is what its row claims. */
export async function store(
  actor: Actor,
  {
    name,
    type,
    bytes,
    size = bytes.length,
  }: { name: string; type: string; bytes: Uint8Array; size?: number },
): Promise<string> {
  const { storage } = environment()
  if (storage.kind !== 'file') throw new Error('useTestStorage comes first')
  const key = `upload/${crypto.randomUUID()}`
  await mkdir(path.join(storage.folder, 'upload'), { recursive: true })
  await writeFile(path.join(storage.folder, key), bytes)
  const row = await unscopedPrisma().file.create({
    data: {
      ...{ key, name, type, size, sha256: 'x', status: 'complete' },
      organizationId: actor.organizationId,
      uploadedById: actor.membershipId,
    },
  })
  return row.id
}

/** Real files, which a copy of the repository need not have. */
const shared = path.resolve('..', 'shared', 'data', 'files')

export const realFile = (name: string): string | null => {
  const file = path.join(shared, name)
  return existsSync(file) ? file : null
}

export const readReal = (name: string): Promise<Uint8Array> => readFile(path.join(shared, name))
