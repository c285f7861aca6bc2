import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { attachFiles } from '#app/domain/files/commands.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { importEvents } from '../events.ts'
import type { ImportInput } from '../forms.ts'
import { importPolicy } from '../policy.ts'

/** Begins an import with what was sent; a job checks it, and nothing of it is a document before somebody says so. */
export async function beginImport(actor: Actor, { fileIds, mode, isWhole }: ImportInput): Promise<string> {
  authorize(importPolicy.import(actor))
  return transact(async (tx) => {
    const files = await attachFiles(tx, actor, fileIds)
    const archives = files.filter(({ name }) => /\.zip$/i.test(name))
    const tables = files.filter(({ name }) => /\.(xlsx|csv)$/i.test(name))
    if (archives.length > 0 && files.length > 1) throw new Invalid('fileIds', 'imports:error.zipAlone')
    if (archives.length === 0 && tables.length === 0) throw new Invalid('fileIds', 'imports:error.noTable')
    const name = (archives[0] ?? tables[0])?.name ?? ''
    const { organizationId, membershipId: createdById } = actor
    const { id } = await tx.documentImport.create({
      data: { organizationId, name, isReleased: mode === 'released', isWhole, createdById, createdAt: now() },
      select: { id: true },
    })
    await tx.documentImportFile.createMany({
      data: files.map((file, position) => ({ importId: id, fileId: file.id, organizationId, position })),
    })
    await record(tx, actor, importEvents.begun({ id, organizationId }, { name }, 'supplier'))
    return id
  })
}
