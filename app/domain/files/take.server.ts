import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { storeFile } from '#app/platform/storage.server.ts'

interface Whole {
  /** Gone afterwards. */
  local: string
  name: string
  size: number
  type: string
  sha256: string
}

/**
 * Takes a complete local file, recognised and hashed, as an upload of a member: what came inside another one that the member
 * sent. It waits to be attached, as every upload does; if nobody attaches it, it is swept.
 */
export async function unscopedTakeFile(
  actor: Pick<Actor, 'membershipId' | 'organizationId'>,
  { local, name, size, type, sha256 }: Whole,
): Promise<string> {
  const key = `upload/${crypto.randomUUID()}`
  const at = now()
  // The row comes first: bytes without a row would never be swept.
  const { id } = await unscopedPrisma().file.create({
    data: {
      ...{ key, name, size, type, sha256, createdAt: at, status: 'uploading' },
      organizationId: actor.organizationId,
      uploadedById: actor.membershipId,
    },
    select: { id: true },
  })
  await storeFile(local, key)
  await unscopedPrisma().file.update({ where: { id }, data: { status: 'complete', completedAt: at } })
  return id
}
