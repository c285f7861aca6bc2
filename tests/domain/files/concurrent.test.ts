import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerPut, type ReadFilePart } from '#app/domain/files/ingest.server.ts'
import { sign } from '#app/domain/files/signature.server.ts'
import { announceUploads, unscopedUpload } from '#app/domain/files/uploads.server.ts'
import { runAsActor } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { resetStorage } from '#app/platform/storage.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
const { storage, dataDir, port } = environment()
const folder = mkdtempSync(path.join(tmpdir(), 'counterpart-concurrent-'))
let world: World
let hook: Server

beforeAll(async () => {
  world = await createWorld()
  hook = createServer((request, response) => request.resume().on('end', () => response.end('{}')))
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  const files = { kind: 'file', folder: path.join(folder, 'files') }
  const own = { dataDir: folder, storage: files, port: (hook.address() as AddressInfo).port }
  Object.assign(environment(), own)
  resetStorage()
})
afterAll(() => {
  hook.close()
  Object.assign(environment(), { storage, dataDir, port })
  resetStorage()
  rmSync(folder, { recursive: true, force: true })
})

function resolvers() {
  let resolve = () => undefined as unknown
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve: () => resolve() }
}

const size = 200_000
const some = () => Buffer.concat([Buffer.from('bytes '), randomBytes(size - 6)])

async function announce(): Promise<{ id: string; address: string }> {
  const { lin } = world.people
  const [id = ''] = await runAsActor(lin.membershipId, () =>
    announceUploads(lin, [{ name: 'data.bin', size, type: '' }]),
  )
  const values = { 'x-ut-custom-id': id, 'x-ut-slug': 'attachment', 'x-ut-file-name': 'data.bin' }
  const query = new URLSearchParams({ expires: String(Date.now() + 60_000), ...values })
  const address = `http://localhost:3000/ingest/key?${query}`
  return { id, address: `${address}&signature=${encodeURIComponent(sign(address))}` }
}

const sends =
  (
    bytes: Buffer,
    until: Promise<void> = Promise.resolve(),
    begun = () => undefined as unknown,
  ): ReadFilePart =>
  async (take) => {
    async function* stream() {
      yield bytes.subarray(0, 1000)
      begun()
      await until
      yield bytes.subarray(1000)
    }
    await take(stream())
  }

/** What is stored of a file has the hash that its row says. */
async function expectWhole(id: string): Promise<string> {
  const row = await unscopedUpload(id)
  const stored = readFileSync(path.join(folder, 'files', row?.key ?? ''))
  expect([row?.status, stored.length]).toEqual(['complete', size])
  expect(createHash('sha256').update(stored).digest('hex')).toBe(row?.sha256)
  return row?.sha256 ?? ''
}

test('who still sends when another has finished writes nothing into the stored file', async () => {
  const { id, address } = await announce()
  let release = () => undefined as unknown
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const slowIsOpen = resolvers()
  const slow = answerPut(address, null, sends(some(), held, slowIsOpen.resolve))
  await slowIsOpen.promise
  const fast = some()
  const done = await answerPut(address, null, sends(fast))
  expect(done.status).toBe(200)
  const before = await expectWhole(id)
  release()
  const late = await slow
  // It hears of the file that there is.
  expect([late.status, ((await late.json()) as { fileHash: string }).fileHash]).toEqual([200, before])
  expect(await expectWhole(id)).toBe(before)
  expect(before).toBe(createHash('sha256').update(fast).digest('hex'))
})

test('of many at once one file is made, and nothing is left lying', async () => {
  const { id, address } = await announce()
  const answers = await Promise.all(Array.from({ length: 6 }, () => answerPut(address, null, sends(some()))))
  const hash = await expectWhole(id)
  for (const answer of answers) {
    expect(answer.status).toBe(200)
    expect(((await answer.json()) as { fileHash: string }).fileHash).toBe(hash)
  }
  expect(readdirSync(path.join(folder, 'incoming'))).toEqual([])
})
