// The floor: what Remix and React alone need for a page of the same markup. Express and the application's way of
// sending and compressing; no database, no session, no languages, no headers of ours.
import { readFileSync } from 'node:fs'
import v8 from 'node:v8'
import * as build from 'virtual:remix/server-build'
import { createRequestHandler } from '@remix-run/node'
import express, { type Request as ExpressRequest, type Response as ExpressResponse } from 'express'
import { send } from '#app/platform/http/send.server.ts'
import { setPages } from './markup.ts'

setPages(v8.deserialize(readFileSync(process.env.FLOOR_PAGES ?? '')))
const handle = createRequestHandler(build, 'production')

const app = express()
app.disable('x-powered-by')
app.disable('etag')
app.get('/usage', (_, response) => {
  const { user, system } = process.cpuUsage()
  response.json({ cpuSeconds: (user + system) / 1e6, memory: process.memoryUsage.rss() })
})
app.use((request, response, next) => {
  answer(request, response).catch(next)
})
app.listen(Number(process.env.PORT), '127.0.0.1')
process.once('SIGTERM', () => process.exit())

async function answer(request: ExpressRequest, response: ExpressResponse): Promise<void> {
  const hasBody = request.method === 'POST'
  const asked = new Request(`http://${request.headers.host}${request.originalUrl}`, {
    method: request.method,
    headers: headersOf(request),
    ...(hasBody && { body: request, duplex: 'half' }),
  } as unknown as RequestInit)
  await send(request, response, await handle(asked, {} as never))
}

function headersOf(request: ExpressRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value))
  }
  return headers
}
