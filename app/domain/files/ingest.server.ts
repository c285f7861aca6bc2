import { now } from '#app/platform/clock.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { isStored, sizeOfStored } from '#app/platform/storage.server.ts'
import { type RefusalReason, refusals } from './file.ts'
import { receive, receivedBytes, type StreamedHash } from './incoming.server.ts'
import { hasApiKey, readSignedUpload, type SignedUpload, sign } from './signature.server.ts'
import { unscopedCompleteUpload, unscopedRefuseUpload, unscopedUpload } from './uploads.server.ts'

const statuses: Partial<Record<RefusalReason, number>> = {
  signature: 403,
  expired: 410,
  unknown: 404,
  size: 413,
}

/** A refusal as the upload client reads it. */
function refuse(reason: RefusalReason): Response {
  const known = refusals.includes(reason) ? reason : 'unknown'
  return Response.json({ error: `common:file.refused.${known}` }, { status: statuses[known] ?? 415 })
}

/** `HEAD`: how many bytes are here already, so that a broken upload goes on where it broke. */
export async function answerHead(address: string): Promise<Response> {
  const upload = readSignedUpload(address, now())
  if ('refused' in upload) return new Response(null, { status: statuses[upload.refused] ?? 400 })
  const row = await unscopedUpload(upload.fileId)
  if (!row || row.status === 'refused') return new Response(null, { status: 404 })
  const isWhole = row.status === 'complete' || (await isStored(row.key))
  const start = isWhole ? await sizeOfStored(row.key) : await receivedBytes(row.id)
  return new Response(null, { headers: { 'x-ut-range-start': String(start) } })
}

/** The bytes of the one part called `file`, as they come. */
export type ReadFilePart = (take: (chunks: AsyncIterable<Uint8Array>) => Promise<void>) => Promise<void>

/** `PUT`: takes the bytes, and once they are whole the file; then the upload handler hears of it. */
export async function answerPut(
  address: string,
  range: string | null,
  readPart: ReadFilePart,
): Promise<Response> {
  const upload = readSignedUpload(address, now())
  if ('refused' in upload) return refuse(upload.refused)
  const row = await unscopedUpload(upload.fileId)
  if (!row || row.status === 'refused') return refuse('unknown')
  let streamed: StreamedHash | null = null
  // Stored and not yet called complete: a kill came between. Its bytes are whole, and nothing has to be sent again.
  if (row.status === 'uploading' && !(row.sha256 && (await isStored(row.key)))) {
    const start = Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0)
    if (start > (await receivedBytes(row.id))) return refuse('size')
    const taken = await takeBytes(row.id, start, Number(row.size), readPart)
    if ('refused' in taken) return refuse(taken.refused)
    streamed = taken.streamed
  }
  const done = await unscopedCompleteUpload(row.id, streamed)
  if ('refused' in done) return refuse(done.refused)
  const url = `${environment().publicUrl}/ingest/${upload.key}`
  await callBack(upload, { url, type: done.file.type, hash: done.sha256 })
  const serverData = { id: done.file.id, name: done.file.name, size: done.file.size, type: done.file.type }
  return Response.json({ url, appUrl: url, ufsUrl: url, fileHash: done.sha256, serverData })
}

type Taken = { streamed: StreamedHash | null } | { refused: RefusalReason }

async function takeBytes(
  fileId: string,
  start: number,
  size: number,
  readPart: ReadFilePart,
): Promise<Taken> {
  let taken: Taken = { refused: 'size' }
  await readPart(async (chunks) => {
    const received = await receive(fileId, start, size, chunks)
    if (received.kind === 'complete') taken = received
    if (received.kind === 'executable') taken = { refused: 'executable' }
    if (received.kind === 'executable' || received.kind === 'tooLarge') await unscopedRefuseUpload(fileId)
  })
  return taken
}

/** Tells the upload handler, as the library's own ingest does, with a signature over the body. */
async function callBack(
  upload: SignedUpload,
  stored: { url: string; type: string; hash: string },
): Promise<void> {
  const { url, type, hash } = stored
  const origin = `http://127.0.0.1:${environment().port}/ingest`
  const body = JSON.stringify({
    status: 'uploaded',
    metadata: {},
    origin,
    file: {
      key: upload.key,
      name: upload.name,
      size: upload.size,
      type,
      customId: upload.fileId,
      url,
      appUrl: url,
      ufsUrl: url,
      fileHash: hash,
    },
  })
  await fetch(
    `http://127.0.0.1:${environment().port}/api/uploadthing?slug=${encodeURIComponent(upload.slug)}`,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'uploadthing-hook': 'callback',
        'x-uploadthing-signature': sign(body),
      },
      body,
    },
  )
}

/** The two calls of the upload handler itself: metadata before an upload, the handler's result after it. */
export function answerServerCall(request: Request): Response {
  return hasApiKey(request) ? Response.json({ ok: true }) : new Response(null, { status: 403 })
}
