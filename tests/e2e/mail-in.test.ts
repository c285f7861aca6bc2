import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { receiveMail } from '#app/domain/consultations/mail/incoming/receive.server.ts'
import { mailTaker } from '#app/domain/consultations/mail/incoming/take-in.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { startWorker, stopWorker } from '#app/platform/jobs.server.ts'
import { readInboundMail } from '#app/platform/mail-in/ways-in.server.ts'
import { freePort } from '#tests/support/application.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { recipientCodes, sendSilently } from '../domain/consultations/mail/conversation.ts'
import { messagesOf, replyAddress, signedMail, useMailNames } from '../domain/consultations/mail/support.ts'
import { ask } from '../domain/consultations/support.ts'

/** How long thirty mails come in each second; a minute by hand (`MAIL_SECONDS=60`). */
const seconds = Number(process.env.MAIL_SECONDS ?? 3)

let port: number
vi.hoisted(() => {
  process.env.INBOUND_SMTP_PORT = '4386'
  process.env.INBOUND_DOMAIN = 'portal.example'
})
const world = useWorld()
useTestStorage()
useMailNames()

let end: () => Promise<void>
let consultation: string
let address: string
beforeAll(async () => {
  consultation = await ask(world.people.lin, world.accounts.lumen)
  address = await replyAddress(world.people.lin, consultation)
  port = await freePort()
  end = readInboundMail({ domain: 'portal.example', smtpPort: port }, mailTaker)
  await until(() => isListening())
  await startWorker({ receiveMail, react: async () => undefined })
})
afterAll(async () => {
  await end()
  await stopWorker()
})

const isListening = () =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

async function until(holds: () => Promise<boolean>, patience = 15_000): Promise<void> {
  const begun = performance.now()
  while (!(await holds())) {
    if (performance.now() - begun > patience) throw new Error('it never came')
    await wait(20)
  }
}

const client = (more: object = {}) =>
  createTransport({ host: '127.0.0.1', port, ignoreTLS: true, name: 'mx.lumen.example', ...more })
const send = (raw: Buffer | string, to: string | string[] = address, transport = client()) =>
  transport.sendMail({ envelope: { from: 'lin@lumen.example', to }, raw })
const answer = (text: string, more: object = {}) =>
  signedMail({ from: 'lin@lumen.example', to: address, subject: 'Re: C-0001', text, ...more })
const bodies = async () => (await messagesOf(consultation)).map(({ body }) => body)

type Writer = { from: string; to: string }

/** Nobody writes more than three hundred mails an hour (app/domain/consultations/mail): a minute of them needs several people. */
async function writersOf(consultationId: string): Promise<Writer[]> {
  const { ingrid, dev, marcus, tomas, quinn, lin, chen } = world.people
  const people = { ingrid, dev, marcus, tomas, quinn, lin, chen }
  return Promise.all(
    Object.entries(people).map(async ([name, actor]) => ({
      from: `${name}@${actor.side === 'supplier' ? 'halden' : 'lumen'}.example`,
      to: await replyAddress(actor, consultationId),
    })),
  )
}

describe('a real conversation', () => {
  test('a mail is in the thread within two seconds', async () => {
    const raw = await answer('By a real mail client.')
    const begun = performance.now()
    await send(raw)
    await until(async () => (await bodies()).includes('By a real mail client.'))
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  test(
    'thirty a second for some seconds, all of them once',
    async () => {
      const writers = await writersOf(consultation)
      const mails = await Promise.all(
        Array.from({ length: 30 * seconds }, (_, index) => {
          const { from, to } = writers[index % writers.length] as Writer
          return signedMail({ from, to, subject: 'Re: C-0001', text: `Number ${index}.` }).then((raw) => ({
            raw,
            envelope: { from, to },
          }))
        }),
      )
      const pool = client({ pool: true, maxConnections: 5 })
      const begun = performance.now()
      for (let second = 0; second < seconds; second += 1) {
        const due = mails.slice(second * 30, second * 30 + 30)
        await Promise.all(due.map((mail) => pool.sendMail(mail)))
        await wait(Math.max(0, begun + (second + 1) * 1_000 - performance.now()))
      }
      pool.close()
      const taken = performance.now() - begun
      await until(
        async () => (await bodies()).filter((body) => body.startsWith('Number ')).length >= mails.length,
        20_000 * seconds,
      )
      const numbers = (await bodies()).filter((body) => body.startsWith('Number '))
      expect(new Set(numbers).size).toBe(mails.length)
      expect(numbers).toHaveLength(mails.length)
      expect(taken).toBeLessThan(seconds * 1_000 + 1_500)
      expect(await unscopedPrisma().receivedMail.count({ where: { status: 'received' } })).toBe(0)
    },
    30_000 * seconds,
  )
})

describe('what the listener refuses', () => {
  const refusal = async (sending: Promise<unknown>) => {
    const error = (await sending.then(
      () => ({}),
      (thrown: unknown) => thrown,
    )) as { responseCode?: number; response?: string }
    return `${error.responseCode} ${error.response}`
  }

  test('an address of another domain, and one that nobody has', async () => {
    const raw = await answer('x')
    for (const to of [
      'lin@lumen.example',
      'reply+aaaaaaaaaaaaaaaaaaaaaaaaaa@portal.example',
      'nobody@portal.example',
    ])
      expect(await refusal(send(raw, to))).toMatch(/^550 550 5\.1\.1/)
  })

  test('more recipients than a letter has, and ten thousand guesses', async () => {
    const addresses = await Promise.all(
      Array.from({ length: 25 }, () =>
        ask(world.people.lin, world.accounts.lumen).then((id) => replyAddress(world.people.lin, id)),
      ),
    )
    const info = await send(await answer('To twenty at the most.'), addresses)
    expect((info as { rejected: string[] }).rejected).toHaveLength(5)
    const strangers = Array.from({ length: 10_000 }, (_, index) => `p${index}@portal.example`)
    const codes = await recipientCodes(port, strangers.slice(0, 100))
    expect(codes.slice(0, 10)).toEqual(Array(10).fill(550))
    expect(new Set(codes.slice(10))).toEqual(new Set([421]))
    const error = await refusal(send(await answer('x'), strangers))
    expect(error).not.toMatch(/^2/)
  })

  test('a mail of fifty megabytes, announced or not', async () => {
    const before = await unscopedPrisma().receivedMail.count()
    const big = Buffer.concat([
      await answer('Big.'),
      Buffer.alloc(50 * 1024 ** 2, 'line of seventy characters, again and again, until it is too much\r\n'),
    ])
    expect(await refusal(send(big))).toMatch(/^552/)
    expect(await refusal(sendSilently(port, address, big))).toMatch(/^552/)
    expect(await unscopedPrisma().receivedMail.count()).toBe(before)
  }, 60_000)

  test('a mail that cannot be stored now is the sender’s to try again', async () => {
    const take = vi.spyOn(mailTaker, 'take').mockRejectedValueOnce(new Error('the disk is full'))
    expect(await refusal(send(await answer('Later.')))).toMatch(/^451/)
    take.mockRestore()
    await send(await answer('Later.'))
    await until(async () => (await bodies()).includes('Later.'))
  })
})

test('a process that died between accepting and posting: the next one posts it', async () => {
  await stopWorker()
  await send(await answer('Accepted before the kill.'))
  expect(await bodies()).not.toContain('Accepted before the kill.')
  await startWorker({ receiveMail, react: async () => undefined })
  await until(async () => (await bodies()).includes('Accepted before the kill.'))
})

test('a second process does not listen while the first does, and takes over when it ends', async () => {
  const second = readInboundMail({ domain: 'portal.example', smtpPort: port }, mailTaker)
  await wait(300)
  expect(await isListening()).toBe(true)
  await end()
  end = second
  await until(() => isListening())
  await send(await answer('By the second one.'))
  await until(async () => (await bodies()).includes('By the second one.'))
})
