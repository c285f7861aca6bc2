import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '#app/domain/access/actor.ts'
import { contentDisposition, type StoredFile, serveFile } from '#app/domain/files/serve.server.ts'
import { runBeside } from '#app/platform/beside/beside.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { log } from '#app/platform/log.server.ts'
import { readStored } from '#app/platform/storage.server.ts'
import { stampLine } from './stamp-line.server.ts'

/** Larger files are delivered as they are, in bytes: stamping keeps a file in memory several times over. */
export const largestStamped = 64 * 1024 ** 2

interface ServedFile {
  file: StoredFile
  version: { version: number; status?: string; document: { organizationId: string; number: string } }
}

/** The supplier's side has the original. A customer's PDF carries who took it and when; other files are as they are. */
export function isStamped(actor: Actor, { file }: ServedFile): boolean {
  return actor.side === 'customer' && file.type === 'application/pdf' && Number(file.size) <= largestStamped
}

/**
 * A file of a document as the actor gets it. A stamped one is made for each request and sent as a whole, without ranges:
 * its bytes differ every time.
 */
export async function serveDocumentFile(
  actor: Actor,
  request: Request,
  found: ServedFile,
): Promise<Response> {
  if (!isStamped(actor, found)) return serveFile(request, found.file)
  const headers = new Headers({
    'Content-Type': 'application/pdf',
    'Content-Disposition': contentDisposition(found.file.name, false),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'none',
  })
  if (request.method === 'HEAD') return new Response(null, { headers })
  const bytes = await stampedBytes(actor, found)
  // What cannot be stamped is the original, with its ranges.
  if (!bytes) return serveFile(request, found.file)
  headers.set('Content-Length', String(bytes.length))
  return new Response(bytes, { headers })
}

/** The first byte that an answer sends; null when it sends none. What is recorded follows what is really sent. */
export function firstByteSent(request: Request, response: Response): number | null {
  if (request.method !== 'GET' || !response.ok) return null
  return Number(/^bytes (\d+)-/.exec(response.headers.get('Content-Range') ?? '')?.[1] ?? 0)
}

/** Null for a file that cannot be written to: protected, signed, damaged, or too much for the thread. */
export async function stampedBytes(
  actor: Actor,
  { file, version }: ServedFile,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const original = await buffer((await readStored(file.key)) as Readable)
  const bytes = Uint8Array.from(original)
  const stamp = { text: stampLine(actor, version, now()) }
  try {
    const stamped = await runBeside('stampPdf', { bytes, stamp }, { moved: [bytes.buffer] })
    if ('bytes' in stamped) return stamped.bytes
    log.info({ file: file.name, reason: stamped.unstamped }, 'a file is delivered without a stamp')
  } catch (error) {
    log.warn({ err: error, file: file.name }, 'a file could not be stamped')
  }
  return null
}
