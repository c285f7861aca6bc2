import { describe, expect, test } from 'vitest'
import { isSameOrigin } from '#app/platform/http/guards/same-origin.server.ts'

const publicOrigin = 'https://portal.example.com'

const post = (headers: Record<string, string>, path = '/consultations/new') =>
  isSameOrigin({ method: 'POST', path, headers: { host: 'localhost:3000', ...headers } }, publicOrigin)

describe('a request that changes something', () => {
  test.each([
    ['from the public address', { origin: publicOrigin }],
    ['from the address it was sent to', { origin: 'http://localhost:3000' }],
    [
      'from what the browser calls the same origin',
      { 'sec-fetch-site': 'same-origin', origin: 'http://other' },
    ],
    ['that the person started without a page', { 'sec-fetch-site': 'none' }],
  ])('%s is taken', (_, headers) => {
    expect(post(headers)).toBe(true)
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['a neighbouring host', { 'sec-fetch-site': 'same-site', origin: 'https://other.example.com' }],
    ['another site that names our origin', { 'sec-fetch-site': 'cross-site', origin: publicOrigin }],
    ['a page without an origin', { origin: 'null' }],
    ['a caller that says nothing', {}],
    ['a caller whose origin is no address', { origin: 'portal.example.com' }],
  ])('from %s is refused', (_, headers) => {
    expect(post(headers)).toBe(false)
  })

  test('whose path begins like an exempt one is refused', () => {
    expect(post({}, '/ingestion')).toBe(false)
    expect(post({}, '/api/uploadthing/more')).toBe(false)
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'POST'])('by %s is checked', (method) => {
    const asked = { method, path: '/x', headers: { host: 'h', origin: 'https://evil.example' } }
    expect(isSameOrigin(asked, publicOrigin)).toBe(false)
  })
})

test('what only reads is not checked', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    expect(
      isSameOrigin({ method, path: '/', headers: { origin: 'https://evil.example' } }, publicOrigin),
    ).toBe(true)
  }
})

test('calls between servers verify their own signature', () => {
  expect(post({}, '/ingest/route-metadata')).toBe(true)
  expect(post({ 'uploadthing-hook': 'callback' }, '/api/uploadthing')).toBe(true)
})

test("a browser's call of the upload handler is checked like any other", () => {
  expect(post({ origin: 'https://evil.example' }, '/api/uploadthing')).toBe(false)
})
