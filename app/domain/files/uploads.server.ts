import { setTimeout as wait } from 'node:timers/promises'
import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { isStored, localCopy, removeStored, storeFile } from '#app/platform/storage.server.ts'
import { type FileSummary, maxFileNameLength, maxFileSize, type RefusalReason } from './file.ts'
import { claimIncoming, discardIncoming, hashOf, type StreamedHash } from './incoming.server.ts'
import { uploadLimit } from './limits.server.ts'
import { isExecutableName, recognise } from './recognise.server.ts'

interface Announced {
  name: string
  size: number
  type: string
}

/** Why an announced file is not worth sending, or null. */
export function refusalOf(file: Announced): RefusalReason | null {
  if (file.name.length === 0 || file.name.length > maxFileNameLength || /[\0/\\]/.test(file.name))
    return 'name'
  if (file.size > maxFileSize || file.size < 0) return 'size'
  return isExecutableName(file.name) ? 'executable' : null
}

/**
 * Opens a row for each file that a member is about to send, and returns their ids in the same order.
 * @throws Conflict for what is not worth sending, TooMany
 */
export async function announceUploads(
  actor: Pick<Actor, 'membershipId' | 'organizationId'>,
  files: Announced[],
): Promise<string[]> {
  const ids: string[] = []
  for (const file of files) {
    const reason = refusalOf(file)
    if (reason) throw new Conflict(`common:file.refused.${reason}`)
    await uploadLimit.take(actor.membershipId)
    const row = await prisma.file.create({
      data: {
        key: `upload/${crypto.randomUUID()}`,
        organizationId: actor.organizationId,
        uploadedById: actor.membershipId,
        name: file.name,
        size: file.size,
        type: file.type || 'application/octet-stream',
        createdAt: now(),
      },
      select: { id: true },
    })
    ids.push(row.id)
  }
  return ids
}

/** The row of an upload, whoever sent it: the signed address is the permission. */
export async function unscopedUpload(fileId: string) {
  return unscopedPrisma().file.findUnique({ where: { id: fileId } })
}

export type Completed = { file: FileSummary; sha256: string } | { refused: RefusalReason }

/**
 * Takes a file of which every byte has come: recognises it, stores it, and only then calls it complete. Done twice, the
 * second time finds it complete; after a kill between storing and calling, it finds type and hash beside the stored bytes.
 * A file that is refused leaves nothing but its row. `streamed` saves reading it again for its hash.
 */
export async function unscopedCompleteUpload(
  fileId: string,
  streamed: StreamedHash | null = null,
): Promise<Completed> {
  const row = await unscopedUpload(fileId)
  if (!row || row.status === 'refused') return { refused: 'unknown' }
  const summary = { id: row.id, name: row.name, size: Number(row.size) }
  if (row.status === 'complete') {
    await discardIncoming(fileId)
    return { file: { ...summary, type: row.type }, sha256: row.sha256 ?? '' }
  }
  if (row.sha256 && (await isStoredAs(row.key, row.sha256))) {
    await unscopedCallComplete(fileId, row.sha256)
    return { file: { ...summary, type: row.type }, sha256: row.sha256 }
  }
  const claimed = await claimIncoming(fileId, streamed)
  if (!claimed) return unscopedAwaitCompletion(fileId)
  const recognised = await recognise(claimed.path, row.name)
  if ('refused' in recognised) {
    await unscopedRefuseUpload(fileId)
    return recognised
  }
  // After the claim, so that it is the hash of the bytes that are stored.
  const sha256 = claimed.sha256 ?? (await hashOf(claimed.path))
  const { type } = recognised
  // Of two that were sent whole one is stored: the row is taken by whoever finds it as it was read.
  const { count } = await unscopedPrisma().file.updateMany({
    where: { id: fileId, status: 'uploading', sha256: row.sha256 },
    data: { sha256, type },
  })
  if (count === 1) await storeFile(claimed.path, row.key)
  if (count !== 1 || !(await unscopedCallComplete(fileId, sha256))) return unscopedAwaitCompletion(fileId)
  await discardIncoming(fileId)
  return { file: { ...summary, type }, sha256 }
}

/** Another request claimed the bytes and is storing them: its outcome is this one's as well. */
async function unscopedAwaitCompletion(fileId: string): Promise<Completed> {
  for (let tries = 0; tries < 240; tries += 1) {
    const row = await unscopedUpload(fileId)
    if (row?.status === 'complete') {
      await discardIncoming(fileId)
      const { id, name, size, type, sha256 } = row
      return { file: { id, name, size: Number(size), type }, sha256: sha256 ?? '' }
    }
    if (!row || row.status === 'refused') return { refused: 'unknown' }
    await wait(250)
  }
  return { refused: 'unknown' }
}

async function unscopedCallComplete(fileId: string, sha256: string): Promise<boolean> {
  const { count } = await unscopedPrisma().file.updateMany({
    where: { id: fileId, status: 'uploading', sha256 },
    data: { status: 'complete', completedAt: now() },
  })
  return count === 1
}

/** Asked after a kill alone, so it may read the whole file. */
async function isStoredAs(key: string, sha256: string): Promise<boolean> {
  if (!(await isStored(key))) return false
  const copy = await localCopy(key)
  try {
    return (await hashOf(copy.path)) === sha256
  } finally {
    await copy.release()
  }
}

export async function unscopedRefuseUpload(fileId: string): Promise<void> {
  await discardIncoming(fileId)
  await unscopedPrisma().file.updateMany({
    where: { id: fileId, status: 'uploading' },
    data: { status: 'refused' },
  })
}

/** How many rows one statement of the sweep reads. */
const sweepBatch = 1000

/** Removes what was sent and never attached to anything within a day, until nothing is left. Runs every hour. */
export async function unscopedSweepUploads(): Promise<number> {
  const before = new Date(now().getTime() - 24 * 3600 * 1000)
  let removed = 0
  for (let after = ''; ; ) {
    const forgotten = await unscopedPrisma().file.findMany({
      where: { attachedAt: null, createdAt: { lt: before }, ...(after && { id: { gt: after } }) },
      select: { id: true, key: true },
      orderBy: { id: 'asc' },
      take: sweepBatch,
    })
    for (const file of forgotten) removed += await unscopedRemoveUpload(file)
    const last = forgotten.at(-1)
    if (!last) return removed
    after = last.id
  }
}

async function unscopedRemoveUpload({ id, key }: { id: string; key: string }): Promise<number> {
  // The row goes first: a file that was attached in this moment keeps it, and then its bytes stay as well.
  const { count } = await unscopedPrisma().file.deleteMany({ where: { id, attachedAt: null } })
  if (count === 0) return 0
  await discardIncoming(id)
  // Bytes can be there whatever the row says: a process that was killed had stored them and not said so yet.
  await removeStored(key)
  return 1
}
