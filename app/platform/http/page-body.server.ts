import { Writable } from 'node:stream'
import type { EntryContext } from '@remix-run/node'

const wholeBodies = new WeakMap<Response, Buffer>()

/** A page that is there as a whole. */
export function pageResponse(body: Buffer, init: ResponseInit): Response {
  const response = new Response(body as BodyInit, init)
  wholeBodies.set(response, body)
  return response
}

/** The body of a page, when it is there as a whole: through a web stream it would cost as much as rendering it. */
export const wholeBodyOf = (response: Response): Buffer | undefined => wholeBodies.get(response)

/** Takes what React writes, in pieces of two kilobytes, and gives them together. */
export function pageBody(): { sink: Writable; body: Promise<Buffer> } {
  const pieces: Buffer[] = []
  const sink = new Writable({
    // React would pause after each piece that exceeds it.
    highWaterMark: Number.MAX_SAFE_INTEGER,
    write(piece: Buffer, _encoding, done) {
      pieces.push(withoutZeros(piece))
      done()
    },
  })
  const body = new Promise<Buffer>((resolve, reject) => {
    sink.once('finish', () => resolve(Buffer.concat(pieces)))
    sink.once('error', reject)
  })
  return { sink, body }
}

/** React 18 leaves zero bytes where a letter of several bytes did not fit into its buffer; a page has none of its own. */
function withoutZeros(piece: Buffer): Buffer {
  return piece.includes(0) ? Buffer.from(piece.filter((byte) => byte !== 0)) : piece
}

interface Piece {
  done: boolean
  value: string
}

/** Where Remix keeps the pieces of the loaders' data that it has read. */
interface RenderMeta {
  streamCache?: Record<number, Promise<void> & { result: Piece }>
}

/**
 * Reads the loaders' data that goes into the page before the page is rendered. Remix reads it while it renders, piece
 * by piece, each behind a boundary at which React stops and begins anew: under load a page took many turns for that.
 * Our loaders give no promises, so all of it is there already.
 */
export async function readHandedData(context: EntryContext): Promise<void> {
  const { serverHandoffStream: stream } = context
  const renderMeta = context.renderMeta as RenderMeta | undefined
  if (!stream || !renderMeta) return
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  let value = ''
  for (let read = await reader.read(); !read.done; read = await reader.read())
    value += decoder.decode(read.value, { stream: true })
  reader.releaseLock()
  const pieces = [
    { done: false, value },
    { done: true, value: '' },
  ]
  renderMeta.streamCache = Object.fromEntries(
    pieces.map((result, at) => [at, Object.assign(Promise.resolve(), { result })]),
  )
}
