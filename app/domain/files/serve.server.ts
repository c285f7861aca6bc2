import { Readable } from 'node:stream'
import { type ByteRange, readStored } from '#app/platform/storage.server.ts'
import { inlineTypes } from './file.ts'

/** What serving needs of a stored file. Whoever calls has resolved it through its owner. */
export interface StoredFile {
  key: string
  name: string
  size: bigint | number
  type: string
  sha256: string | null
}

/** RFC 6266 with RFC 8187: an ASCII name for old clients, the true one in UTF-8. */
export function contentDisposition(name: string, isInline: boolean): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${isInline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** One range of RFC 9110; null when there is none to honour, 'unsatisfiable' when it lies outside. */
export function parseRange(header: string | null, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [, first = '', last = ''] = match
  if (first === '') {
    const start = Math.max(0, size - Number(last))
    return size === 0 || Number(last) === 0 ? 'unsatisfiable' : { start, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size) return 'unsatisfiable'
  return end < start ? null : { start, end }
}

/** What a request is answered with: a range, null for the whole file. A range of another state of the file is none. */
function rangeOf(request: Request, file: StoredFile): ByteRange | null | 'unsatisfiable' {
  const ifRange = request.headers.get('If-Range')
  if (ifRange && ifRange !== etagOf(file)) return null
  return parseRange(request.headers.get('Range'), Number(file.size))
}

const etagOf = ({ sha256 }: StoredFile): string | null => (sha256 ? `"${sha256}"` : null)

/** The first byte that `serveFile` will send; null when it sends none. What is recorded follows what is really sent. */
export function firstByteServed(request: Request, file: StoredFile): number | null {
  const range = rangeOf(request, file)
  if (request.method !== 'GET' || range === 'unsatisfiable') return null
  return range?.start ?? 0
}

/**
 * Answers with the bytes of a file: whole or a range. Nothing that could run in our origin is ever inline: HTML and SVG
 * are downloads, and what is inline is sandboxed.
 */
export async function serveFile(request: Request, file: StoredFile): Promise<Response> {
  const size = Number(file.size)
  const wantsInline = new URL(request.url).searchParams.has('inline')
  const isInline = wantsInline && inlineTypes.includes(file.type)
  const headers = new Headers({
    'Content-Type':
      isInline || !/html|svg|xml|script/.test(file.type) ? file.type : 'application/octet-stream',
    'Content-Disposition': contentDisposition(file.name, isInline),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
  })
  const etag = etagOf(file)
  if (etag) headers.set('ETag', etag)
  const range = rangeOf(request, file)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const length = range ? range.end - range.start + 1 : size
  headers.set('Content-Length', String(length))
  if (range) headers.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
  const status = range ? 206 : 200
  if (request.method === 'HEAD' || length === 0) return new Response(null, { status, headers })
  const stream = await readStored(file.key, range ?? undefined)
  return new Response(Readable.toWeb(stream) as ReadableStream, { status, headers })
}
