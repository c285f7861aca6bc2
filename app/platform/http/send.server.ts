import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Request, Response } from 'express'
import {
  type Coding,
  codingFor,
  compressor,
  compressWhole,
  isCompressible,
  worthCompressing,
} from '#app/platform/http/compression.server.ts'
import { wholeBodyOf } from '#app/platform/http/page-body.server.ts'

type Reader = ReadableStreamDefaultReader<Uint8Array>
type Read = Awaited<ReturnType<Reader['read']>>

/** A page that is complete within this time is sent in one piece; a slower one is streamed. */
const patience = 10
const largestWhole = 512 * 1024

/** Sends a web response, no faster than it is read at the other end, and stops its source when nobody reads any more. */
export async function send(request: Request, response: Response, answer: globalThis.Response): Promise<void> {
  response.status(answer.status)
  for (const [name, value] of answer.headers) response.append(name, value)
  if (!answer.body || request.method === 'HEAD') {
    response.end()
    await answer.body?.cancel()
    return
  }
  const whole = wholeBodyOf(answer)
  if (whole) return sendWhole(request, response, whole)
  const reader = answer.body.getReader()
  response.once('close', () => void reader.cancel().catch(() => undefined))
  const type = answer.headers.get('content-type') ?? ''
  if (type.startsWith('text/event-stream')) response.flushHeaders()
  try {
    if (isCompressible(type) && !answer.headers.has('content-encoding'))
      await sendPage(request, response, reader)
    else await copy(reader, response)
  } catch (error) {
    // Half a body must not look like a whole one.
    response.destroy()
    throw error
  }
}

async function sendPage(request: Request, response: Response, reader: Reader): Promise<void> {
  response.vary('Accept-Encoding')
  const coding = codingFor(request.headers['accept-encoding'])
  if (!coding) return await copy(reader, response)
  const { content, pending } = await gather(reader)
  if (pending) return await stream({ response, reader, content, pending }, coding)
  endWith(response, content, coding)
}

function sendWhole(request: Request, response: Response, content: Buffer): void {
  response.vary('Accept-Encoding')
  endWith(response, content, codingFor(request.headers['accept-encoding']))
}

function endWith(response: Response, content: Buffer, coding: Coding | undefined): void {
  const worthwhile = content.length >= worthCompressing ? coding : undefined
  if (worthwhile) response.setHeader('Content-Encoding', worthwhile)
  const body = worthwhile ? compressWhole(content, worthwhile) : content
  response.setHeader('Content-Length', body.length)
  response.end(body)
}

/** Reads until the end, or until waiting longer would keep the reader from seeing what is there already. */
async function gather(reader: Reader): Promise<{ content: Buffer; pending?: Promise<Read> }> {
  const chunks: Uint8Array[] = []
  const late = wait(patience, 'late' as const, { ref: false })
  for (let size = 0; ; ) {
    const pending = reader.read()
    const read = size > largestWhole ? ('late' as const) : await Promise.race([pending, late])
    if (read === 'late' && size > 0) return { content: Buffer.concat(chunks), pending }
    const { done, value } = read === 'late' ? await pending : read
    if (done) return { content: Buffer.concat(chunks) }
    chunks.push(value)
    size += value.length
  }
}

interface Streamed {
  response: Response
  reader: Reader
  content: Buffer
  pending: Promise<Read>
}

async function stream({ response, reader, content, pending }: Streamed, coding: Coding): Promise<void> {
  response.setHeader('Content-Encoding', coding)
  response.removeHeader('Content-Length')
  const compressed = compressor(coding)
  compressed.pipe(response)
  response.once('close', () => compressed.destroy())
  compressed.write(content)
  compressed.flush()
  for (let read = await pending; !read.done && !response.closed; read = await reader.read()) {
    if (!compressed.write(read.value)) await drained(compressed, response)
    compressed.flush()
  }
  compressed.end()
}

async function copy(reader: Reader, response: Response): Promise<void> {
  for (;;) {
    const { done, value } = await reader.read()
    if (done || response.closed) break
    if (!response.write(value)) await drained(response, response)
  }
  response.end()
}

async function drained(target: Writable, response: Response): Promise<void> {
  if (response.closed) return
  const over = new AbortController()
  const { signal } = over
  await Promise.race([once(target, 'drain', { signal }), once(response, 'close', { signal })]).finally(() =>
    over.abort(),
  )
}
