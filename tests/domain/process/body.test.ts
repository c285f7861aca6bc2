import { request as open } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { refusalPage } from '#app/http/refusal-page.server.ts'
import { application } from '#app/platform/http/application.server.ts'
import { remix } from '#app/platform/http/remix.server.ts'
import { expectConsoleError } from '#tests/support/setup.ts'
import { serving } from './serving.ts'

const megabyte = 1024 * 1024
let received = 0

/** A build of one route that counts what it is sent. */
function counting(): ServerBuild {
  const action = async ({ request }: { request: Request }) => {
    received = (await request.arrayBuffer()).byteLength
    return Response.json({ received })
  }
  const route = (id: string, path: string) => ({ id, path, module: { action } })
  return {
    routes: { form: route('form', 'form'), ingest: route('ingest', 'ingest/key') },
    entry: { module: { default: () => new Response(), handleError: () => undefined } },
    assets: { routes: {}, entry: { module: '', imports: [] }, url: '', version: '' },
    future: { v3_singleFetch: true },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
  } as unknown as ServerBuild
}

async function start(): Promise<string> {
  received = 0
  const publicUrl = 'http://localhost:3000'
  const pages = remix(async () => counting(), publicUrl)
  return serving(
    application({ publicUrl, refusals: refusalPage, files: (_request, _response, next) => next(), pages }),
  )
}

const send = (address: string, path: string, body: BodyInit) =>
  fetch(address + path, { method: 'POST', headers: { origin: address }, body, duplex: 'half' } as RequestInit)

/** Without a length, as a caller would who does not want to be counted. */
const unannounced = (size: number) =>
  new ReadableStream({
    pull(controller) {
      if (size <= 0) return controller.close()
      size -= 65_536
      controller.enqueue(new Uint8Array(65_536))
    },
  })

test('a form up to the limit arrives whole', async () => {
  const response = await send(await start(), '/form', 'a'.repeat(megabyte))
  expect([response.status, received]).toEqual([200, megabyte])
})

test('a form that says it is too large is refused before it is read', async () => {
  const address = await start()
  const status = await new Promise((resolve, reject) => {
    const headers = { origin: address, 'content-length': 50 * megabyte }
    const request = open(`${address}/form`, { method: 'POST', headers }, (response) =>
      resolve(response.statusCode),
    )
    request.on('error', reject)
    request.write('the beginning')
  })
  expect([status, received]).toEqual([413, 0])
})

test('a form that does not say so is refused while it comes in', async () => {
  expectConsoleError(/BodyTooLarge|Unexpected Server Error/)
  const response = await send(await start(), '/form', unannounced(4 * megabyte))
  expect(response.status).toBe(413)
  expect(await response.text()).toMatch(/^That is more than this form takes/)
  expect(received).toBe(0)
})

test('the ingest counts for itself', async () => {
  const response = await send(await start(), '/ingest/key', unannounced(4 * megabyte))
  expect([response.status, received]).toEqual([200, 4 * megabyte])
})
