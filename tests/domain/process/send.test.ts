import { request as open } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import express from 'express'
import { expect, test } from 'vitest'
import { codingFor } from '#app/platform/http/compression.server.ts'
import { send } from '#app/platform/http/send.server.ts'
import { serving } from './serving.ts'

const page = '<p>bearing temperature</p>'.repeat(400)

const start = (answer: () => Response) =>
  serving(express().use((request, response) => void send(request, response, answer())))

const html = (body: BodyInit) =>
  new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })

test.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['identity', null],
])('a page goes as %s to a browser that reads it', async (accepted, coding) => {
  const response = await fetch(await start(() => html(page)), { headers: { 'accept-encoding': accepted } })
  expect(response.headers.get('content-encoding')).toBe(coding)
  expect(response.headers.get('vary')).toBe('Accept-Encoding')
  expect(await response.text()).toBe(page)
})

test('what is there of a slow page is seen at once', async () => {
  let finish: () => void = () => undefined
  const slow = () =>
    html(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(page))
          finish = () => {
            controller.enqueue(new TextEncoder().encode('the end'))
            controller.close()
          }
        },
      }),
    )
  const response = await fetch(await start(slow), { headers: { 'accept-encoding': 'br' } })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let seen = ''
  while (seen.length < page.length) seen += (await reader?.read())?.value ?? ''
  expect(seen).toBe(page)
  finish()
  expect((await reader?.read())?.value).toBe('the end')
})

test('an event stream is neither held back nor compressed', async () => {
  const events = () =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
      }),
      { headers: { 'Content-Type': 'text/event-stream' } },
    )
  const response = await fetch(await start(events), { headers: { 'accept-encoding': 'br, gzip' } })
  expect(response.headers.get('content-encoding')).toBeNull()
  const reader = response.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n')
  await reader?.cancel()
})

test('a file is read no faster than its reader takes it, and no further once the reader has gone', async () => {
  let produced = 0
  let isCancelled = false
  const file = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          produced += 65_536
          controller.enqueue(new Uint8Array(65_536))
        },
        cancel() {
          isCancelled = true
        },
      }),
      { headers: { 'Content-Type': 'application/octet-stream' } },
    )
  const address = await start(file)
  const request = open(address).end()
  const response = await new Promise<import('node:http').IncomingMessage>((resolve) =>
    request.on('response', resolve),
  )
  response.pause()
  let before = -1
  while (before !== produced) {
    before = produced
    await wait(50)
  }
  expect(produced).toBeLessThan(16 * 1024 * 1024)
  request.destroy()
  while (!isCancelled) await wait(5)
})

test('the coding is the best that the browser accepts', () => {
  expect(codingFor('gzip, deflate, br, zstd')).toBe('br')
  expect(codingFor('gzip, br;q=0')).toBe('gzip')
  expect(codingFor('br;q=0.5')).toBe('br')
  expect(codingFor('zebra')).toBeUndefined()
  expect(codingFor(undefined)).toBeUndefined()
})
