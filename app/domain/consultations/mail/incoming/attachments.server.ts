import type { Actor } from '#app/domain/access/actor.ts'
import { maxFilesAtOnce } from '#app/domain/files/file.ts'
import { hashOf } from '#app/domain/files/incoming.server.ts'
import { recognise } from '#app/domain/files/recognise.server.ts'
import { unscopedTakeFile } from '#app/domain/files/take.server.ts'
import { refusalOf } from '#app/domain/files/uploads.server.ts'
import { spool, unspool } from '#app/platform/mail-in/spool.server.ts'
import type { AttachedFile } from '../reading/read-mail.server.ts'

export interface Attached {
  fileIds: string[]
  /** Names of what is not taken, with the reason that an upload would have been given. */
  leftOut: { name: string; reason: string }[]
}

/** Takes the files of a mail as uploads of the member who sent it: recognised by their bytes and refused by the same rules. */
export async function unscopedAttach(actor: Actor, files: AttachedFile[]): Promise<Attached> {
  const attached: Attached = { fileIds: [], leftOut: [] }
  for (const file of files) {
    const taken = attached.fileIds.length < maxFilesAtOnce ? await take(actor, file) : { refused: 'many' }
    if ('id' in taken) attached.fileIds.push(taken.id)
    else attached.leftOut.push({ name: file.name, reason: taken.refused })
  }
  return attached
}

async function take(
  actor: Actor,
  { name, bytes }: AttachedFile,
): Promise<{ id: string } | { refused: string }> {
  const refused = refusalOf({ name, size: bytes.length, type: '' })
  if (refused) return { refused }
  const { path: local, size } = await spool(once(bytes))
  try {
    const found = await recognise(local, name)
    if ('refused' in found) return found
    const sha256 = await hashOf(local)
    return { id: await unscopedTakeFile(actor, { local, name, size, type: found.type, sha256 }) }
  } finally {
    await unspool(local)
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
