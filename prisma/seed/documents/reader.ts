import { buffer } from 'node:stream/consumers'
import { PDFDocument } from 'pdf-lib'
import type { Actor } from '#app/domain/access/actor.ts'
import { recordDownload, recordOpening } from '#app/domain/documents/commands/read.server.ts'
import { getDocumentFile } from '#app/domain/documents/queries/file.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { recordFileOpening } from '#app/domain/documents/reading/commands/open-file.server.ts'
import { recordSeen } from '#app/domain/documents/reading/commands/seen.server.ts'
import { beat } from '#app/domain/documents/reading/reading.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { readStored } from '#app/platform/storage.server.ts'

/** Opens a note, reads for a few minutes, and where it `takes` looks into the first PDF and downloads all files. */
export async function readAsReader(actor: Actor, id: string, takes: boolean): Promise<void> {
  const { document, version, reading } = await getVersionPage(actor, id, null)
  await recordOpening(actor, { ...version, document }, reading)
  const seen = { version: version.version, milliseconds: beat.most }
  // Somebody who reads longer texts stays longer; who comes back looks something up.
  const beats = Math.min(6, 1 + Math.ceil(version.article.html.length / 4000)) - (reading ? 1 : 0)
  for (let i = 0; i < beats; i++) {
    later(beat.most)
    await recordSeen(actor, id, seen)
  }
  if (!takes) return
  const pdf = version.files.find((file) => file.type === 'application/pdf')
  if (pdf) await lookInto(actor, id, pdf.id, version.version)
  for (const { id: fileId } of version.files) {
    const found = await getDocumentFile(actor, id, fileId)
    await recordDownload(actor, found.version, { ...found.file, firstByte: 0 })
  }
}

async function lookInto(actor: Actor, id: string, fileId: string, version: number): Promise<void> {
  const { file, version: found } = await getDocumentFile(actor, id, fileId)
  await recordFileOpening(actor, { fileId, version: found })
  const { length } = (await PDFDocument.load(await buffer(await readStored(file.key)))).getPages()
  later(beat.every)
  const pages = Array.from({ length: Math.ceil(length * 0.7) }, (_, index) => index + 1)
  await recordSeen(actor, id, { version, milliseconds: beat.every, fileId, pages, pageCount: length })
}

/** Time goes on, but never past the moment in which the demo is filled. */
function later(milliseconds: number): void {
  const at = Math.min(now().getTime() + milliseconds, Date.now())
  setClock(() => new Date(at))
}
