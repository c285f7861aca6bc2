import { generateKeyPairSync } from 'node:crypto'
import type { SendMailOptions } from 'nodemailer'
import { beforeAll } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { type MailedAnswer, unscopedReplyAddress } from '#app/domain/consultations/mail/address.server.ts'
import { receiveMail } from '#app/domain/consultations/mail/incoming/receive.server.ts'
import { mailTaker } from '#app/domain/consultations/mail/incoming/take-in.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { resolveMailNames } from '#app/platform/mail-in/authenticity.server.ts'
import { spool } from '#app/platform/mail-in/spool.server.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { ask } from '../support.ts'
import { rawMail } from './mails.ts'

// Read when the environment is asked for the first time, which is later than this.
process.env.INBOUND_SMTP_PORT ??= '4381'
process.env.INBOUND_DOMAIN ??= 'portal.example'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const published = publicKey.replace(/-----[^-]+-----|\s/g, '')

/** Names as the world's name servers would have them: every organization signs with the tests' key; nobody else is known. */
const records: Record<string, string[]> = {
  ...Object.fromEntries(
    ['lumen.example', 'aurora.example', 'halden.example'].map((name) => [
      `s1._domainkey.${name}`,
      [`v=DKIM1; k=rsa; p=${published}`],
    ]),
  ),
  // Servers of this one are named by their address.
  'lumen.example': ['v=spf1 ip4:192.0.2.25 -all'],
  '_dmarc.strict.lumen.example': ['v=DMARC1; p=reject; adkim=s; aspf=s'],
}

export function useMailNames(): void {
  resolveMailNames(async (name, type) => {
    const found = type === 'TXT' ? records[name.toLowerCase()] : undefined
    if (!found) throw Object.assign(new Error(`queryTxt ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
    return found.map((each) => [each])
  })
}

/** A consultation of Lin's, and the address at which Lin answers in it. */
export function useLinsAddress() {
  const world = useWorld()
  useTestStorage()
  useMailNames()
  const lins = { consultation: '', address: '' }
  beforeAll(async () => {
    lins.consultation = await ask(world.people.lin, world.accounts.lumen)
    lins.address = await replyAddress(world.people.lin, lins.consultation)
  })
  let count = 0
  /** A mail in Lin's name that nobody signed: anybody could have sent it. */
  const forged = async (changes: object = {}) => {
    count += 1
    const common = { from: 'lin@lumen.example', to: lins.address, subject: 'Re: C-0001' }
    const raw = await rawMail({ ...common, text: `Ship ${count}.`, ...changes })
    return deliver(raw, { to: [lins.address] })
  }
  return { world, lins, forged }
}

/** Signed by the domain of its sender, as every large mail service does it. */
export async function signedMail(options: SendMailOptions & { from: string }): Promise<Buffer> {
  const domainName = options.from.replace(/^.*@|>$/g, '')
  return rawMail({ ...options, dkim: { domainName, keySelector: 's1', privateKey } })
}

export interface Arrival {
  to: string[]
  envelopeFrom?: string
  clientAddress?: string
}

/** Hands a mail over as a listener does, without running its job. Returns the ids of its rows. */
export async function accept(
  raw: Buffer,
  { to, envelopeFrom = 'lin@lumen.example', clientAddress = '' }: Arrival,
) {
  const before = await unscopedPrisma().receivedMail.findMany({ select: { id: true } })
  const { path: local, size } = await spool(once(raw))
  const envelope = { envelopeFrom, recipients: to, clientAddress, clientName: 'mx.lumen.example' }
  await mailTaker.take({ way: 'smtp', local, size, ...envelope })
  const rows = await unscopedPrisma().receivedMail.findMany({
    where: { id: { notIn: before.map(({ id }) => id) } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** The whole way of a mail; what became of it. */
export async function deliver(raw: Buffer, arrival: Arrival) {
  const ids = await accept(raw, arrival)
  for (const receivedMailId of ids) await receiveMail({ receivedMailId })
  const [id = ''] = ids
  return receivedMail(id)
}

export const receivedMail = (id: string) => unscopedPrisma().receivedMail.findUniqueOrThrow({ where: { id } })

/** The address that a mail to this member would name. */
export async function replyAddress(actor: Actor, consultationId: string, lane: MessageLane = 'shared') {
  const place = { consultationId, membershipId: actor.membershipId, lane }
  return (await unscopedReplyAddress(unscopedPrisma(), place)) ?? ''
}

/** The address of a mail that brings an answer to this member. */
export async function answerAddress(actor: Actor, consultationId: string, answer: Partial<MailedAnswer>) {
  const mailed = { messageId: '', edits: 0, decisionId: null, ...answer }
  const place = { consultationId, membershipId: actor.membershipId, lane: 'shared' as const, answer: mailed }
  return (await unscopedReplyAddress(unscopedPrisma(), place)) ?? ''
}

export const messagesOf = (consultationId: string) =>
  unscopedPrisma().message.findMany({
    where: { consultationId },
    select: {
      id: true,
      lane: true,
      body: true,
      authorId: true,
      files: { select: { file: { select: { name: true, type: true } } } },
    },
    orderBy: { id: 'asc' },
  })

/** What was recorded about a mail. */
export const eventsAbout = (subjectId: string) =>
  unscopedPrisma().event.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
