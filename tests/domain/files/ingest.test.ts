import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { incomingPath, receive, receivedBytes } from '#app/domain/files/incoming.server.ts'
import { answerHead, answerPut, type ReadFilePart } from '#app/domain/files/ingest.server.ts'
import { sign } from '#app/domain/files/signature.server.ts'
import { announceUploads, unscopedSweepUploads, unscopedUpload } from '#app/domain/files/uploads.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { isStored, resetStorage, storeFile } from '#app/platform/storage.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
const { storage, dataDir, port } = environment()
const folder = mkdtempSync(path.join(tmpdir(), 'counterpart-ingest-'))
const text = Buffer.from('Derating of the drive above 1,000 m: 1 % per 100 m.\n'.repeat(200))
const sha256 = createHash('sha256').update(text).digest('hex')
let world: World
/** Stands for the upload handler, which hears of each file that has come. */
let hook: Server

beforeAll(async () => {
  world = await createWorld()
  hook = createServer((request, response) => request.resume().on('end', () => response.end('{}')))
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  const files = { kind: 'file', folder: path.join(folder, 'files') }
  Object.assign(environment(), {
    dataDir: folder,
    storage: files,
    port: (hook.address() as AddressInfo).port,
  })
  resetStorage()
})
afterAll(() => {
  hook.close()
  Object.assign(environment(), { storage, dataDir, port })
  resetStorage()
  rmSync(folder, { recursive: true, force: true })
})

async function announce(size = text.length, name = 'derating.txt'): Promise<string> {
  const { lin } = world.people
  const [id = ''] = await runAsActor(lin.membershipId, () =>
    announceUploads(lin, [{ name, size, type: 'text/plain' }]),
  )
  return id
}

function addressOf(fileId: string, expires = now().getTime() + 60_000): string {
  const values = { 'x-ut-custom-id': fileId, 'x-ut-slug': 'attachment', 'x-ut-file-name': 'derating.txt' }
  const query = new URLSearchParams({ expires: String(expires), ...values })
  const address = `http://localhost:3000/ingest/key?${query}`
  return `${address}&signature=${encodeURIComponent(sign(address))}`
}

const sends =
  (...chunks: (Uint8Array | Error)[]): ReadFilePart =>
  async (take) => {
    async function* stream() {
      for (const chunk of chunks) {
        if (chunk instanceof Error) throw chunk
        yield chunk
      }
    }
    await take(stream())
  }
const nothing: ReadFilePart = () => Promise.reject(new Error('nothing had to be sent again'))
const put = (id: string, part: ReadFilePart, range: string | null = null) =>
  answerPut(addressOf(id), range, part)
const refusal = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { error: string }).error,
]

test('an address that was changed or is over takes nothing', async () => {
  const id = await announce()
  const changed = addressOf(id).replace('derating', 'other')
  expect(await refusal(await answerPut(changed, null, nothing))).toEqual([
    403,
    'common:file.refused.signature',
  ])
  const over = addressOf(id, now().getTime() - 1)
  expect(await refusal(await answerPut(over, null, nothing))).toEqual([410, 'common:file.refused.expired'])
  expect((await answerHead(over)).status).toBe(410)
  const unknown = addressOf(crypto.randomUUID())
  expect(await refusal(await answerPut(unknown, null, nothing))).toEqual([404, 'common:file.refused.unknown'])
})

test.each([
  ['more than was announced', [text, Buffer.from('x')], 413, 'size'],
  [
    'a program under another name',
    [Buffer.concat([Buffer.from('MZ\x90\0'), text.subarray(4)])],
    415,
    'executable',
  ],
])('%s leaves nothing but a refused row', async (_, chunks, status, reason) => {
  const id = await announce()
  expect(await refusal(await put(id, sends(...chunks)))).toEqual([status, `common:file.refused.${reason}`])
  expect(await unscopedUpload(id)).toMatchObject({ status: 'refused', sha256: null })
  expect(await receivedBytes(id)).toBe(0)
  expect((await answerHead(addressOf(id))).status).toBe(404)
})

test('an upload that broke goes on where it broke, and is the same file', async () => {
  const id = await announce()
  await expect(put(id, sends(text.subarray(0, 1000), new Error('cut')))).rejects.toThrow('cut')
  const head = await answerHead(addressOf(id))
  expect(head.headers.get('x-ut-range-start')).toBe('1000')
  expect((await put(id, sends(text.subarray(2000)), 'bytes=2000-')).status).toBe(413)
  const done = await put(id, sends(text.subarray(1000)), 'bytes=1000-')
  expect(await done.json()).toMatchObject({ fileHash: sha256, serverData: { id, size: text.length } })
  expect(await unscopedUpload(id)).toMatchObject({ status: 'complete', sha256, type: 'text/plain' })
})

test('an upload that is sent twice is one file', async () => {
  const id = await announce()
  const first = await (await put(id, sends(text))).json()
  const second = await (await put(id, nothing)).json()
  expect(second).toEqual(first)
})

test('a kill between storing and calling complete loses nothing: the next try finds the bytes', async () => {
  const id = await announce()
  const { key } = await unscopedPrisma().file.findUniqueOrThrow({ where: { id } })
  await receive(
    id,
    0,
    text.length,
    (async function* () {
      yield text
    })(),
  )
  await unscopedPrisma().file.update({ where: { id }, data: { sha256, type: 'text/plain' } })
  await storeFile(incomingPath(id), key)
  const head = await answerHead(addressOf(id))
  expect(head.headers.get('x-ut-range-start')).toBe(String(text.length))
  const done = await put(id, nothing, `bytes=${text.length}-`)
  expect(await done.json()).toMatchObject({ fileHash: sha256, serverData: { id, type: 'text/plain' } })
  expect(await unscopedUpload(id)).toMatchObject({ status: 'complete', sha256 })
})

test('what nobody attached within a day is swept with its bytes, whatever its row says', async () => {
  const [complete, stored, cut, attached] = [
    await announce(),
    await announce(),
    await announce(),
    await announce(),
  ]
  await put(complete, sends(text))
  await put(attached, sends(text))
  await unscopedPrisma().file.update({ where: { id: attached }, data: { attachedAt: now() } })
  await expect(put(cut, sends(text.subarray(0, 9), new Error('cut')))).rejects.toThrow('cut')
  const rows = await unscopedPrisma().file.findMany({ where: { id: { in: [complete, stored, attached] } } })
  const keyOf = (id: string) => rows.find((row) => row.id === id)?.key ?? ''
  await receive(
    stored,
    0,
    text.length,
    (async function* () {
      yield text
    })(),
  )
  await storeFile(incomingPath(stored), keyOf(stored))
  await unscopedSweepUploads()
  expect(await unscopedUpload(complete)).not.toBeNull()
  const tomorrow = new Date(now().getTime() + 25 * 3600 * 1000)
  setClock(() => tomorrow)
  expect(await unscopedSweepUploads()).toBeGreaterThanOrEqual(3)
  setClock(() => new Date())
  for (const id of [complete, stored, cut]) expect(await unscopedUpload(id)).toBeNull()
  expect([await isStored(keyOf(complete)), await isStored(keyOf(stored)), await receivedBytes(cut)]).toEqual([
    ...[false, false, 0],
  ])
  expect(await isStored(keyOf(attached))).toBe(true)
})
