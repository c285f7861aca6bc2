import { expect, test } from 'vitest'
import { refusalPage } from '#app/http/refusal-page.server.ts'
import { application } from '#app/platform/http/application.server.ts'
import { serving } from './serving.ts'

const start = (publicUrl: string, pages = (nonce: string) => nonce) =>
  serving(
    application({
      publicUrl,
      refusals: refusalPage,
      files: (_request, _response, next) => next(),
      pages: (_request, response) => void response.type('text/html').send(pages(response.locals.nonce)),
    }),
  )

const policyOf = (response: Response) =>
  Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values]
    }),
  )

test('the policy names the nonce of this response and of no other', async () => {
  const address = await start('http://localhost:3000')
  const [first, second] = await Promise.all([fetch(address), fetch(address)])
  const [nonce, other] = [await first.text(), await second.text()]
  expect(nonce).not.toBe(other)
  expect(policyOf(first)['script-src']).toEqual(["'self'", `'nonce-${nonce}'`])
  expect(policyOf(first)['style-src']).toEqual(["'self'", `'nonce-${nonce}'`])
  expect(policyOf(first)['frame-ancestors']).toEqual(["'none'"])
})

test('over http nothing forces https', async () => {
  const response = await fetch(await start('http://localhost:3000'))
  expect(response.headers.get('strict-transport-security')).toBeNull()
  expect(policyOf(response)).not.toHaveProperty('upgrade-insecure-requests')
})

test('behind https it is kept', async () => {
  const response = await fetch(await start('https://portal.example.com'))
  expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
})

test('a form without a script keeps its origin', async () => {
  const response = await fetch(await start('http://localhost:3000'))
  expect(response.headers.get('referrer-policy')).toBe('same-origin')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('x-powered-by')).toBeNull()
})

test("another site's form is refused before any page sees it", async () => {
  const address = await start('http://localhost:3000')
  const send = (origin: string) => fetch(address, { method: 'POST', headers: { origin }, body: 'x' })
  expect((await send('https://evil.example')).status).toBe(403)
  expect((await send(address)).status).toBe(200)
})

test('metrics are for this machine, and not for those whom a proxy lets through', async () => {
  const address = await start('http://localhost:3000')
  const direct = await fetch(`${address}/metrics`)
  expect(direct.status).toBe(200)
  expect(await direct.text()).toContain('http_request_duration_seconds')
  expect((await fetch(`${address}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(
    404,
  )
})

test('the process lives', async () => {
  const response = await fetch(`${await start('http://localhost:3000')}/healthz`)
  expect([response.status, await response.text()]).toEqual([200, 'alive\n'])
})

test('only a proxy that is near may say whose request it is', async () => {
  const seen: (string | undefined)[] = []
  const listen = (publicUrl: string) =>
    serving(
      application({
        publicUrl,
        refusals: refusalPage,
        files: (_request, _response, next) => next(),
        pages: (asked, response) => {
          seen.push(asked.ip?.replace('::ffff:', ''))
          response.end()
        },
      }),
    )
  const headers = { 'x-forwarded-for': '203.0.113.9' }
  await fetch(await listen('http://localhost:3000'), { headers })
  await fetch(await listen('https://portal.example.com'), { headers })
  expect(seen).toEqual(['127.0.0.1', '203.0.113.9'])
})
