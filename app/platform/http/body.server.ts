import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refuse } from '#app/platform/http/guards/refusals.server.ts'

/** More than the address takes. */
class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
}

const formLimit = 1024 * 1024

/** How many bytes an address takes. The ingest counts for itself, against the size that was signed. */
export function bodyLimitOf(path: string): number {
  return path.startsWith('/ingest/') ? Number.POSITIVE_INFINITY : formLimit
}

/**
 * The body of a request as a web stream that reads no faster than it is consumed. Over the limit it fails, and
 * `onTooLarge` is called so that the answer need not wait for whoever reads it.
 */
export function bodyOf(
  request: IncomingMessage,
  limit: number,
  onTooLarge: () => void,
): ReadableStream<Uint8Array> {
  let received = 0
  let isOver = false
  const end = (act: () => void) => {
    if (!isOver) act()
    isOver = true
  }
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    request.on('data', (chunk: Buffer) => {
      if (isOver) return
      received += chunk.length
      if (received > limit) {
        end(() => controller.error(new BodyTooLarge()))
        onTooLarge()
        return
      }
      controller.enqueue(chunk)
      if ((controller.desiredSize ?? 0) <= 0) request.pause()
    })
    request.once('end', () => end(() => controller.close()))
    request.once('error', (error) => end(() => controller.error(error)))
    request.once('close', () => end(() => controller.error(new Error('The connection was lost'))))
    request.pause()
  }
  const pull = () => {
    request.resume()
  }
  const cancel = () => {
    isOver = true
    request.resume()
  }
  return new ReadableStream({ start, pull, cancel }, new ByteLengthQueuingStrategy({ highWaterMark: 65536 }))
}

/** Whether a body is announced that is too large. */
export function isAnnouncedTooLarge(request: IncomingMessage, limit: number): boolean {
  return Number(request.headers['content-length'] ?? 0) > limit
}

/**
 * Answers before the body has come in whole. The rest is thrown away for a moment, so that the caller reads the
 * answer, and then the connection is closed.
 */
export function leaveUnread(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return
  if (!response.headersSent) response.setHeader('Connection', 'close')
  response.once('finish', () => {
    request.resume()
    setTimeout(() => request.destroy(), 1000).unref()
  })
}

export function refuseTooLarge(request: IncomingMessage, response: ServerResponse, refuse: Refuse): void {
  if (response.headersSent) return
  leaveUnread(request, response)
  void refuse('tooLarge')
}
