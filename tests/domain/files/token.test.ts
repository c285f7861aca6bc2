import { createHmac } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { hasApiKey, readSignedUpload, sign, uploadToken } from '#app/domain/files/signature.server.ts'
import { environment } from '#app/platform/environment.server.ts'

const token = Buffer.from(
  JSON.stringify({ apiKey: 'sk_live_own', appId: 'app', regions: ['sea1'] }),
).toString('base64')
const { uploadThingToken } = environment()
afterEach(() => Object.assign(environment(), { uploadThingToken }))

const address =
  'http://localhost:3000/ingest/key?expires=99999999999999&x-ut-custom-id=file&x-ut-slug=attachment'
const signed = () => `${address}&signature=${encodeURIComponent(sign(address))}`
const now = new Date()

test('a token that is set signs in place of our own key, and is what the library gets', () => {
  const own = signed()
  expect(readSignedUpload(own, now)).toMatchObject({ fileId: 'file' })
  Object.assign(environment(), { uploadThingToken: token })
  expect(uploadToken()).toBe(token)
  expect(sign(address)).toBe(
    `hmac-sha256=${createHmac('sha256', 'sk_live_own').update(address).digest('hex')}`,
  )
  expect(readSignedUpload(signed(), now)).toMatchObject({ fileId: 'file' })
  // Addresses that were given out before it was set end.
  expect(readSignedUpload(own, now)).toEqual({ refused: 'signature' })
  const call = new Request('http://localhost', { headers: { 'x-uploadthing-api-key': 'sk_live_own' } })
  expect(hasApiKey(call)).toBe(true)
})

test('without one the key is a secret of the data folder, in the form that the library asks for', () => {
  Object.assign(environment(), { uploadThingToken: undefined })
  const { apiKey, appId, regions } = JSON.parse(Buffer.from(uploadToken(), 'base64').toString('utf8'))
  expect(apiKey).toBe(`sk_live_${environment().secrets.upload}`)
  expect([appId, regions]).toEqual(['counterpart', ['own']])
})
