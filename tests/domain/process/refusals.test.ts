import { request as open } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { preferencesCookie } from '#app/http/preferences.server.ts'
import { refusalPage } from '#app/http/refusal-page.server.ts'
import { application } from '#app/platform/http/application.server.ts'
import { remix } from '#app/platform/http/remix.server.ts'
import { serving } from './serving.ts'

const publicUrl = 'http://localhost:3000'
const empty = {
  ...{ routes: {}, entry: { module: {} }, publicPath: '/', future: {} },
  assets: { routes: {}, entry: { module: '', imports: [] }, url: '', version: '' },
} as unknown as ServerBuild
const start = () =>
  serving(
    application({
      publicUrl,
      refusals: refusalPage,
      files: (_request, _response, next) => next(),
      pages: (request, response, next) => {
        if (request.path === '/fault') throw new Error('a fault of the process')
        return remix(async () => empty, publicUrl)(request, response, next)
      },
    }),
  )

const page = { accept: 'text/html,*/*' }
const words = {
  en: /does not come from a page of this portal/,
  pt: /não vem de uma página deste portal/,
  ru: /пришёл не со страницы портала/,
  zh: /并非来自本门户的页面/,
}
const tags = { en: 'en-GB', pt: 'pt-PT', ru: 'ru-RU', zh: 'zh-Hans-CN' }

test.each(Object.keys(words) as (keyof typeof words)[])(
  'a refusal speaks %s where the browser does',
  async (language) => {
    const headers = {
      ...page,
      origin: 'https://evil.example',
      'accept-language': `${tags[language]},en;q=0.5`,
    }
    const response = await fetch(`${await start()}/consultations/new`, { method: 'POST', headers })
    const text = await response.text()
    expect(response.status).toBe(403)
    expect(text).toMatch(words[language])
    expect(text).toContain(`<html lang="${tags[language]}">`)
    expect(text).not.toContain('<script')
    expect(response.headers.get('cache-control')).toBe('no-store')
  },
)

test('what was chosen on this device counts before the browser', async () => {
  const cookie = (await preferencesCookie.serialize({ language: 'ru' })).split(';')[0] ?? ''
  const headers = { ...page, cookie, origin: 'https://evil.example', 'accept-language': 'zh' }
  const response = await fetch(`${await start()}/x`, { method: 'POST', headers })
  expect(await response.text()).toMatch(words.ru)
  // A cookie of anybody's making is no fault.
  const odd = { ...headers, cookie: `${cookie.split('=')[0]}=%7Bnonsense` }
  expect(await (await fetch(`${await start()}/x`, { method: 'POST', headers: odd })).text()).toMatch(words.zh)
})

test('a script gets plain text', async () => {
  const headers = { origin: 'https://evil.example', 'accept-language': 'pt' }
  const response = await fetch(`${await start()}/x`, { method: 'POST', headers })
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await response.text()).toMatch(/^Este pedido não vem de uma página/)
})

test('a fault of the process is told with the number of the request, and nothing of what it was', async () => {
  const response = await fetch(`${await start()}/fault`, { headers: { ...page, 'accept-language': 'zh' } })
  const text = await response.text()
  expect(response.status).toBe(500)
  expect(text).toContain(response.headers.get('x-request-id'))
  expect(text).not.toContain('a fault of the process')
})

test('a host that is no address is refused in words, which are not taken for markup', async () => {
  const address = new URL(await start())
  const status = await new Promise((resolve, reject) => {
    const { hostname, port } = address
    const headers = { ...page, host: '<b>:x', 'accept-language': 'ru' }
    const asked = open({ hostname, port, path: '/', headers }, (answered) => {
      let body = ''
      answered.on('data', (chunk) => (body += chunk))
      answered.on('end', () => resolve([answered.statusCode, body.includes('<b>')]))
    })
    asked.on('error', reject)
    asked.end()
  })
  expect(status).toEqual([400, false])
})

test.each(['/documents?q=a%00b', '/documents/%00'])(
  '%s names what nothing is called, and is refused',
  async (path) => {
    const response = await fetch(`${await start()}${path}`, { headers: page })
    expect(response.status).toBe(400)
  },
)
