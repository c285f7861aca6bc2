import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { removeStored, storeFile } from '#app/platform/storage.server.ts'
import { type FileSummary, maxFileNameLength, maxFileSize, type RefusalReason } from './file.ts'
import { discardIncoming, hashOf, incomingPath } from './incoming.server.ts'
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
export async function announceUploads(actor: Actor, files: Announced[]): Promise<string[]> {
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
 * second time finds it complete. A file that is refused leaves nothing but its row.
 */
export async function unscopedCompleteUpload(fileId: string): Promise<Completed> {
  const row = await unscopedUpload(fileId)
  if (!row || row.status === 'refused') return { refused: 'unknown' }
  const summary = { id: row.id, name: row.name, size: Number(row.size) }
  if (row.status === 'complete') return { file: { ...summary, type: row.type }, sha256: row.sha256 ?? '' }
  const local = incomingPath(fileId)
  const recognised = await recognise(local, row.name)
  if ('refused' in recognised) {
    await unscopedRefuseUpload(fileId)
    return recognised
  }
  const sha256 = await hashOf(local)
  await storeFile(local, row.key)
  await unscopedPrisma().file.update({
    where: { id: fileId },
    data: { status: 'complete', sha256, type: recognised.type, completedAt: now() },
  })
  return { file: { ...summary, type: recognised.type }, sha256 }
}

export async function unscopedRefuseUpload(fileId: string): Promise<void> {
  await discardIncoming(fileId)
  await unscopedPrisma().file.updateMany({
    where: { id: fileId, status: 'uploading' },
    data: { status: 'refused' },
  })
}

/** Removes what was sent and never attached to anything within a day. Runs every hour. */
export async function unscopedSweepUploads(): Promise<number> {
  const before = new Date(now().getTime() - 24 * 3600 * 1000)
  const forgotten = await unscopedPrisma().file.findMany({
    where: { attachedAt: null, createdAt: { lt: before } },
    select: { id: true, key: true, status: true },
    take: 1000,
  })
  for (const file of forgotten) {
    // The row goes first: a file that was attached in this moment keeps it, and then its bytes stay as well.
    const gone = await unscopedPrisma().file.deleteMany({ where: { id: file.id, attachedAt: null } })
    if (gone.count === 0) continue
    await discardIncoming(file.id)
    if (file.status === 'complete') await removeStored(file.key)
  }
  return forgotten.length
}
