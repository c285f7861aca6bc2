import { once } from 'node:events'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readStored } from '#app/platform/storage.server.ts'
import { writeZip } from '#app/platform/zip.server.ts'
import { useTestStorage } from '#tests/support/stored.ts'

useTestStorage()

test('a file that is not in the storage fails where it is asked for, not as an error of nobody', async () => {
  await expect(readStored('upload/gone')).rejects.toThrow(/ENOENT/)
  await expect(readStored('upload/gone', { start: 0, end: 3 })).rejects.toThrow(/ENOENT/)
})

test('a ZIP file with a file that is not there breaks off: half a ZIP is none', async () => {
  const zip = writeZip()
  zip.add('drawing.pdf', () => readStored('upload/gone'))
  zip.end()
  await expect(async () => {
    for await (const _ of zip.output);
  }).rejects.toThrow(/ENOENT/)
})

test('whoever stops reading a ZIP file closes the file that is being read', async () => {
  const zip = writeZip()
  let chunks = 0
  const endless = new Readable({
    read() {
      chunks += 1
      this.push(Buffer.alloc(64 * 1024))
    },
  })
  zip.add('endless.bin', async () => endless, { isPacked: true })
  zip.end()
  await once(zip.output, 'readable')
  zip.output.destroy()
  if (!endless.closed) await once(endless, 'close')
  expect(endless.destroyed).toBe(true)
  expect(chunks).toBeGreaterThan(0)
})
