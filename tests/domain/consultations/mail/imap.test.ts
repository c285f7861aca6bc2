import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { mailTaker } from '#app/domain/consultations/mail/incoming/take-in.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { readInboundMail } from '#app/platform/mail-in/ways-in.server.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { ask } from '../support.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'
import { replyAddress, signedMail } from './support.ts'

vi.hoisted(() => {
  process.env.IMAP_URL = 'imap://portal:secret@127.0.0.1:1?tls=optional'
  process.env.INBOUND_DOMAIN = 'portal.example'
})
const world = useWorld()
useTestStorage()

let mailbox: Mailbox
let address: string
let end: () => Promise<void>
beforeAll(async () => {
  address = await replyAddress(world.people.lin, await ask(world.people.lin, world.accounts.lumen))
  mailbox = await startMailbox()
})
afterAll(async () => {
  await end?.()
  await mailbox.close()
})

const open = () =>
  readInboundMail(
    {
      domain: 'portal.example',
      imapUrl: `imap://portal:secret@127.0.0.1:${mailbox.port}/INBOX?tls=optional`,
    },
    mailTaker,
  )
const answer = (text: string, more: object = {}) =>
  signedMail({ from: 'lin@lumen.example', to: address, subject: 'Re: C-0001', text, ...more })
const rows = () => unscopedPrisma().receivedMail.findMany({ orderBy: { id: 'asc' } })

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const begun = performance.now()
  while (!(await holds())) {
    if (performance.now() - begun > 15_000) throw new Error('it never came')
    await wait(20)
  }
}

describe('a mailbox', () => {
  test('what came while nobody looked is taken, then what comes, each marked as read once it is stored', async () => {
    mailbox.put(await answer('While nobody looked.'))
    end = open()
    await until(() => mailbox.isSeen(0))
    mailbox.put(await answer('Now.', { headers: { 'Return-Path': '<lin@lumen.example>' } }))
    await until(() => mailbox.isSeen(1))
    expect(await rows()).toMatchObject([
      { way: 'imap', recipient: address, envelopeFrom: 'unknown', status: 'received' },
      { way: 'imap', recipient: address, envelopeFrom: 'lin@lumen.example', status: 'received' },
    ])
  })

  test('what is for nobody here is marked as read and left', async () => {
    mailbox.put(await answer('Spam', { to: 'sales@portal.example' }))
    await until(() => mailbox.isSeen(2))
    expect(await rows()).toHaveLength(2)
  })

  test('what cannot be stored stays unread, and is taken when the connection is there again', async () => {
    const take = vi.spyOn(mailTaker, 'take').mockRejectedValueOnce(new Error('the disk is full'))
    mailbox.put(await answer('Later.'))
    await until(() => take.mock.calls.length > 0)
    await until(() => mailbox.isSeen(3))
    take.mockRestore()
    expect(await rows()).toHaveLength(3)
  })

  test('a lost connection is opened again', async () => {
    const { logins } = mailbox
    mailbox.hangUp()
    mailbox.put(await answer('After the break.'))
    await until(() => mailbox.isSeen(4))
    expect(mailbox.logins).toBeGreaterThan(logins)
  })

  test('a second process reads nothing while the first does', async () => {
    const { logins } = mailbox
    const second = open()
    await wait(300)
    expect(mailbox.logins).toBe(logins)
    await second()
  })
})
