import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { openZip, writeZip, type ZipRefused } from '#app/platform/zip.server.ts'

const written = async (fill: (zip: ReturnType<typeof writeZip>) => void) => {
  const zip = writeZip()
  fill(zip)
  zip.end()
  return Buffer.concat(await zip.output.toArray())
}
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: ZipRefused) => error.problem,
  )

test('what is written is read again: names of any script, bytes, times', async () => {
  const at = new Date('2026-03-02T08:00:00Z')
  const bytes = await written((zip) => {
    zip.add('文件/散热.txt', Buffer.from('一'), { at })
    zip.add('stream.bin', async () => Readable.from([Buffer.from('ab'), Buffer.from('c')]), {
      isPacked: true,
    })
  })
  const zip = await openZip(bytes)
  expect(zip.entries.map((entry) => [entry.name, entry.isFolder])).toEqual([
    ['文件/散热.txt', false],
    ['stream.bin', false],
  ])
  const [first, second] = zip.entries
  if (!first || !second) throw new Error('two entries')
  expect((await zip.read(first)).toString()).toBe('一')
  expect((await zip.read(second)).toString()).toBe('abc')
  expect(first.changedAt).toEqual(at)
  expect(await problemOf(zip.read(second, 2))).toBe('bytes')
  zip.close()
})

test('a file that cannot be opened ends the ZIP with its error', async () => {
  const zip = writeZip()
  zip.add('gone', () => Promise.reject(new Error('gone')))
  zip.end()
  await expect(zip.output.toArray()).rejects.toThrow('gone')
})

test('too many entries, too many bytes, a way out of the folder, no ZIP at all', async () => {
  const many = await written((zip) => {
    for (let i = 0; i < 20; i++) zip.add(`${i}`, Buffer.alloc(1000))
  })
  expect(await problemOf(openZip(many, { entries: 10, bytes: 1e9 }))).toBe('entries')
  expect(await problemOf(openZip(many, { entries: 100, bytes: 10_000 }))).toBe('bytes')
  const outside = await written((zip) => zip.add('aa/b', Buffer.from('x')))
  const renamed = Buffer.from(outside.toString('latin1').replaceAll('aa/b', '../b'), 'latin1')
  expect(await problemOf(openZip(renamed))).toBe('name')
  expect(await problemOf(openZip(Buffer.from('no ZIP at all')))).toBe('damaged')
  expect(await problemOf(openZip(Buffer.alloc(0)))).toBe('damaged')
})
