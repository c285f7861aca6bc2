import { registerStream } from '#app/platform/http/streams.server.ts'
import { log } from '#app/platform/log.server.ts'

/** Proxies give up on a silent connection after 30 seconds at the earliest. */
const pingInterval = 25_000

/** What a reader that has stopped reading may leave lying before its stream is ended. */
const largestBacklog = 500

export interface EventStream {
  send: (message: object) => void
  close: () => void
}

export interface StreamSource {
  /** Asked with every ping; the stream ends when the reader may not listen any more. */
  check: () => Promise<boolean>
  end: () => void
}

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/** Answers with server-sent events for as long as the reader stays, may listen, and the process runs. */
export function eventStream(
  request: Request,
  open: (stream: EventStream) => Promise<StreamSource>,
): Response {
  let gone = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const stream = streamTo(controller)
      gone = stream.gone
      request.signal.addEventListener('abort', stream.gone)
      // Who left while its access was looked at gets no answer: nothing would end this stream.
      if (request.signal.aborted) stream.gone()
      stream.feed(open).catch((error: unknown) => {
        log.warn({ err: error }, 'a live stream could not be opened')
        stream.close()
      })
    },
    cancel: () => gone(),
  })
  return new Response(body, { headers })
}

function streamTo(controller: ReadableStreamDefaultController<Uint8Array>) {
  const encoder = new TextEncoder()
  let source: StreamSource | undefined
  let isOver = false
  let unregister = () => {}
  /** The reader has left: nothing can be written any more. */
  const gone = () => {
    if (isOver) return
    isOver = true
    clearInterval(timer)
    unregister()
    source?.end()
  }
  const close = () => {
    if (isOver) return
    gone()
    controller.close()
  }
  const write = (text: string) => {
    if (isOver) return
    if ((controller.desiredSize ?? 0) < -largestBacklog) close()
    else controller.enqueue(encoder.encode(text))
  }
  const ping = async () => {
    if (!source || (await source.check())) write(': here\n\n')
    else close()
  }
  const timer = setInterval(() => void ping(), pingInterval)
  unregister = registerStream(close)
  write('retry: 2000\n: here\n\n')
  const feed = async (open: (stream: EventStream) => Promise<StreamSource>) => {
    if (isOver) return
    source = await open({ send: (message) => write(`data: ${JSON.stringify(message)}\n\n`), close })
    if (isOver) source.end()
  }
  return { gone, close, feed }
}
