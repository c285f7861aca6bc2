import { Writable } from 'node:stream'

/** A page that is complete within this time, in milliseconds, is one piece; a slower one is sent as it comes. */
const patience = 10

/**
 * Takes what React writes, in pieces of two kilobytes. Each piece that went through a web stream by itself would cost
 * more than rendering it, so they are given on together.
 */
export function pageBody(): { sink: Writable; body: Promise<Buffer | ReadableStream<Uint8Array>> } {
  const pieces: Buffer[] = []
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined
  let isOver = false
  let settle = (): void => undefined
  const sink = new Writable({
    write(piece: Buffer, _encoding, done) {
      const text = withoutZeros(piece)
      if (stream) stream.enqueue(text)
      else pieces.push(text)
      done()
    },
    final(done) {
      isOver = true
      stream?.close()
      settle()
      done()
    },
    destroy(error, done) {
      if (!isOver) stream?.error(error ?? new Error('the page ended early'))
      settle()
      done(null)
    },
  })
  const beginToStream = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        stream = controller
        if (pieces.length > 0) controller.enqueue(Buffer.concat(pieces.splice(0)))
      },
      cancel() {
        isOver = true
        sink.destroy()
      },
    })
  const body = new Promise<Buffer | ReadableStream<Uint8Array>>((resolve) => {
    const timer = setTimeout(() => resolve(beginToStream()), patience)
    settle = () => {
      clearTimeout(timer)
      if (!stream) resolve(Buffer.concat(pieces))
    }
  })
  return { sink, body }
}

/** React 18 leaves zero bytes where a letter of several bytes did not fit into its buffer; a page has none of its own. */
function withoutZeros(piece: Buffer): Buffer {
  return piece.includes(0) ? Buffer.from(piece.filter((byte) => byte !== 0)) : piece
}
