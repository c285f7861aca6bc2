import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimIncoming, receive } from '#app/domain/files/incoming.server.ts'
import { environment } from '#app/platform/environment.server.ts'

const { dataDir } = environment()
const folder = mkdtempSync(path.join(tmpdir(), 'counterpart-hash-'))
beforeAll(() => Object.assign(environment(), { dataDir: folder }))
afterAll(() => {
  Object.assign(environment(), { dataDir })
  rmSync(folder, { recursive: true, force: true })
})

const text = Buffer.from('Ripple current 25 A, hot spot 74.4 degrees.\n'.repeat(100))
const sha256 = createHash('sha256').update(text).digest('hex')

async function* stream(...chunks: (Uint8Array | Error)[]) {
  for (const chunk of chunks) {
    if (chunk instanceof Error) throw chunk
    yield chunk
  }
}
const whole = () => stream(text.subarray(0, 700), text.subarray(700))

async function streamedBy(id: string, start: number, chunks: AsyncIterable<Uint8Array>) {
  const received = await receive(id, start, text.length, chunks)
  if (received.kind !== 'complete') throw new Error(`it is ${received.kind}`)
  return received.streamed
}

test('the hash is computed as the bytes come, and stands for what lies there', async () => {
  const id = crypto.randomUUID()
  const streamed = await streamedBy(id, 0, whole())
  expect(streamed?.sha256).toBe(sha256)
  const claimed = await claimIncoming(id, streamed)
  expect(claimed?.sha256).toBe(sha256)
  expect(readFileSync(claimed?.path ?? '')).toEqual(text)
  expect(await claimIncoming(id, streamed)).toBeNull()
})

test('what came in several tries is read again', async () => {
  const id = crypto.randomUUID()
  const cut = receive(id, 0, text.length, stream(text.subarray(0, 50), new Error('cut')))
  await expect(cut).rejects.toThrow('cut')
  const streamed = await streamedBy(id, 50, stream(text.subarray(50)))
  expect(streamed).toBeNull()
  expect(await claimIncoming(id, streamed)).toMatchObject({ sha256: null })
})

test('who wrote all of it, but not alone, does not know what lies there', async () => {
  const id = crypto.randomUUID()
  let release = () => undefined as unknown
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let begin = () => undefined as unknown
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  async function* slow() {
    yield Buffer.from('another first line')
    begin()
    await held
  }
  const other = receive(id, 0, text.length, slow())
  await begun
  const streamed = await streamedBy(id, 0, whole())
  const claimed = await claimIncoming(id, streamed)
  expect(claimed?.sha256).toBeNull()
  release()
  expect((await other).kind).toBe('partial')
  // What was claimed is a copy that the other can no longer change.
  expect(readFileSync(claimed?.path ?? '')).toHaveLength(text.length)
})
