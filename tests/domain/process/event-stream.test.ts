import { expect, test, vi } from 'vitest'
import { type EventStream, eventStream } from '#app/http/event-stream.server.ts'

const source = () => ({ check: async () => true, end: vi.fn() })
const asked = (signal: AbortSignal) => new Request('http://localhost/live', { signal })

test('who left before the stream was there is not subscribed', async () => {
  const open = vi.fn(async () => source())
  eventStream(asked(AbortSignal.abort()), open)
  await Promise.resolve()
  expect(open).not.toHaveBeenCalled()
})

test('who leaves while the stream is opened is taken out again', async () => {
  const left = new AbortController()
  const opened = source()
  let isThere: () => void = () => undefined
  eventStream(asked(left.signal), async () => {
    await new Promise<void>((resolve) => {
      isThere = resolve
    })
    return opened
  })
  left.abort()
  expect(opened.end).not.toHaveBeenCalled()
  isThere()
  await vi.waitFor(() => expect(opened.end).toHaveBeenCalledOnce())
})

test('who leaves later is taken out, once, and is sent nothing more', async () => {
  const left = new AbortController()
  const opened = source()
  let stream: EventStream | undefined
  const answer = eventStream(asked(left.signal), async (given) => {
    stream = given
    return opened
  })
  await vi.waitFor(() => expect(stream).toBeDefined())
  await Promise.resolve()
  left.abort()
  stream?.send({ type: 'late' })
  await answer.body?.cancel()
  expect(opened.end).toHaveBeenCalledOnce()
})
