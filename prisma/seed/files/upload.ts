import { receive } from '#app/domain/files/incoming.server.ts'
import { announceUploads, unscopedCompleteUpload } from '#app/domain/files/uploads.server.ts'
import { as } from '../stage.ts'
import { addressOf, type Person } from '../timeline.ts'

export interface NewFile {
  name: string
  type: string
  bytes: () => Promise<Uint8Array>
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Sends a file as a person: announced, received, recognised and stored as an upload from the browser is. */
async function upload(person: Person, file: NewFile): Promise<string> {
  const bytes = await file.bytes()
  return as(addressOf(person), async (actor) => {
    const { name, type } = file
    const [id = ''] = await announceUploads(actor, [{ name, type, size: bytes.length }])
    await receive(id, 0, bytes.length, whole(bytes))
    const done = await unscopedCompleteUpload(id)
    if ('refused' in done) throw new Error(`${name} was refused: ${done.refused}`)
    return id
  })
}

export async function uploadAll(person: Person, files: NewFile[] = []): Promise<string[]> {
  const ids: string[] = []
  for (const file of files) ids.push(await upload(person, file))
  return ids
}
