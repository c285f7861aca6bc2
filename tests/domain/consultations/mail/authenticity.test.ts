import { beforeAll, describe, expect, test, vi } from 'vitest'
import { environment } from '#app/platform/environment.server.ts'
import { isAuthentic } from '#app/platform/mail-in/authenticity.server.ts'
import { rawMail } from './mails.ts'
import { signedMail, useMailNames } from './support.ts'

vi.hoisted(() => {
  process.env.INBOUND_SMTP_PORT = '4387'
  process.env.INBOUND_DOMAIN = 'portal.example'
  process.env.INBOUND_AUTHSERV_ID = 'mx.portal.example'
})
beforeAll(useMailNames)

const from = 'lin@lumen.example'
const judged = (raw: Buffer, clientAddress = '') =>
  isAuthentic({ raw, from, envelopeFrom: from, clientAddress, clientName: 'mx.lumen.example' })
const plain = () => rawMail({ from, to: 'reply+x@portal.example', text: 'x' })
const withResults = async (...results: string[]) =>
  Buffer.concat([
    Buffer.from(results.map((each) => `Authentication-Results: ${each}\r\n`).join('')),
    await plain(),
  ])

/** As where our listener is the first server that a mail reaches. */
async function withoutTrusted(work: () => Promise<void>): Promise<void> {
  const before = environment().inbound
  Object.assign(environment(), { inbound: { domain: 'portal.example', smtpPort: 4387 } })
  await work().finally(() => Object.assign(environment(), { inbound: before }))
}

describe('whether a mail comes from where it says', () => {
  test('a signature of its domain, or SPF of its server, and nothing else', async () => {
    await withoutTrusted(async () => {
      expect(await judged(await signedMail({ from, to: 'a@b.example', text: 'x' }))).toBe(true)
      expect(await judged(await plain(), '192.0.2.25')).toBe(true)
      expect(await judged(await plain(), '198.51.100.1')).toBe(false)
      expect(await judged(await plain())).toBe(false)
    })
  })

  test('behind a trusted server SPF would speak of that server, so only its results and signatures count', async () => {
    expect(await judged(await plain(), '192.0.2.25')).toBe(false)
    expect(await judged(await signedMail({ from, to: 'a@b.example', text: 'x' }))).toBe(true)
  })

  test('a body that was lengthened behind a signature, and names that do not answer, prove nothing', async () => {
    const raw = await signedMail({ from, to: 'a@b.example', text: 'x' })
    expect(await judged(Buffer.concat([raw, Buffer.from('and more\r\n')]))).toBe(false)
    const unknown = await signedMail({ from: 'x@nobody.example', to: 'a@b.example', text: 'x' })
    expect(await judged(unknown)).toBe(false)
  })

  test.each([
    ['dkim=pass header.d=lumen.example', true],
    ['dkim=pass header.i=@mail.lumen.example', true],
    ['spf=pass smtp.mailfrom=lin@lumen.example', true],
    ['dmarc=pass (p=none) header.from=lumen.example', true],
    ['dkim=pass header.d=aurora.example', false],
    ['dkim=fail header.d=lumen.example', false],
    ['spf=pass smtp.mailfrom=lumen.example.evil.example', false],
    ['none', false],
  ])('the trusted server says %s', async (result, isProven) => {
    expect(await judged(await withResults(`mx.portal.example; ${result}`))).toBe(isProven)
  })

  test('another server’s results, and those below the trusted one’s own, are words of the sender', async () => {
    const pass = 'dkim=pass header.d=lumen.example'
    expect(await judged(await withResults(`mx.evil.example; ${pass}`))).toBe(false)
    expect(
      await judged(await withResults('mx.portal.example; dkim=none', `mx.portal.example; ${pass}`)),
    ).toBe(false)
    await withoutTrusted(async () =>
      expect(await judged(await withResults(`mx.portal.example; ${pass}`))).toBe(false),
    )
  })
})
