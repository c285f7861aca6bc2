import { expect, test } from 'vitest'
import { z } from 'zod'
import { submit } from '#app/http/form.server.ts'

const sent = (fields: [string, string | File][]) => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return new Request('http://localhost/', { method: 'POST', body })
}

test('a character that no text of the database can hold is left out of what was sent, and nothing else', async () => {
  const schema = z.object({ subject: z.string(), tags: z.array(z.string()), file: z.instanceof(File) })
  const file = new File([new Uint8Array([0, 1])], 'a.bin')
  const request = sent([
    ['subject', 'Bearing\0 temperature 轴承'],
    ['tags', 'a\0'],
    ['tags', 'b'],
    ['file', file],
  ])
  const held = await submit(request, schema, async (value) => value)
  expect(held).toMatchObject({ subject: 'Bearing temperature 轴承', tags: ['a', 'b'] })
  expect((held as { file: File }).file.size).toBe(2)
})
