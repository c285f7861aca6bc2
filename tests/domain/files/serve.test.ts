import { expect, test } from 'vitest'
import { contentDisposition, firstByteServed, parseRange } from '#app/domain/files/serve.server.ts'

test.each([
  [null, 100, null],
  ['bytes=0-9', 100, { start: 0, end: 9 }],
  ['bytes=90-', 100, { start: 90, end: 99 }],
  ['bytes=-10', 100, { start: 90, end: 99 }],
  ['bytes=-200', 100, { start: 0, end: 99 }],
  ['bytes=95-200', 100, { start: 95, end: 99 }],
  ['bytes=100-', 100, 'unsatisfiable'],
  ['bytes=-0', 100, 'unsatisfiable'],
  ['bytes=0-', 0, 'unsatisfiable'],
  ['bytes=9-5', 100, null],
  ['bytes=0-1,3-4', 100, null],
  ['lines=0-1', 100, null],
])('range %s of %d bytes', (header, size, expected) => {
  expect(parseRange(header, size)).toEqual(expected)
})

test.each([
  ['plan.pdf', `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`],
  ['安装图.pdf', `attachment; filename="___.pdf"; filename*=UTF-8''%E5%AE%89%E8%A3%85%E5%9B%BE.pdf`],
  [
    'чертёж "A".pdf',
    `attachment; filename="______ _A_.pdf"; filename*=UTF-8''%D1%87%D0%B5%D1%80%D1%82%D1%91%D0%B6%20%22A%22.pdf`,
  ],
  ["it's (1).pdf", `attachment; filename="it's (1).pdf"; filename*=UTF-8''it%27s%20%281%29.pdf`],
  [
    'a\r\nSet-Cookie: x.pdf',
    `attachment; filename="a__Set-Cookie: x.pdf"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x.pdf`,
  ],
])('the name %s survives as a header', (name, expected) => {
  expect(contentDisposition(name, false)).toBe(expected)
})

test.each<[Record<string, string>, string, number | null]>([
  [{}, 'GET', 0],
  [{}, 'HEAD', null],
  [{ Range: 'bytes=0-9' }, 'GET', 0],
  [{ Range: 'bytes=9-5' }, 'GET', 0],
  [{ Range: 'lines=0-1' }, 'GET', 0],
  [{ Range: 'bytes=-100' }, 'GET', 0],
  [{ Range: 'bytes=1-' }, 'GET', 1],
  [{ Range: 'bytes=50-', 'If-Range': '"other"' }, 'GET', 0],
  [{ Range: 'bytes=50-', 'If-Range': '"abc"' }, 'GET', 50],
  [{ Range: 'bytes=100-' }, 'GET', null],
])('%j with %s is served from byte %s on', (headers, method, first) => {
  const request = new Request('http://localhost/file', { method, headers })
  const file = { key: 'x', name: 'x', size: 100, type: 'text/plain', sha256: 'abc' }
  expect(firstByteServed(request, file)).toBe(first)
})
