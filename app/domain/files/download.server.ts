import { Readable } from 'node:stream'
import { contentDisposition } from './serve.server.ts'

/** What is made for a request and sent as it is made; null for the headers alone. */
export function serveDownload(
  output: Readable | string | null,
  { name, type }: { name: string; type: string },
): Response {
  const body = output instanceof Readable ? (Readable.toWeb(output) as ReadableStream) : output
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': contentDisposition(name, false),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
