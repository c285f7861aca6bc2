import { Writable } from 'node:stream'

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
