import { setTimeout as wait } from 'node:timers/promises'
import { type FetchMessageObject, ImapFlow } from 'imapflow'
import { log } from '#app/platform/log.server.ts'
import { incomingMails } from '#app/platform/metrics.server.ts'
import { largestMail, type MailTaker } from './incoming-mail.ts'
import { spool, unspool } from './spool.server.ts'

/** The server tells of new mails at once; every so often they are asked for as well. */
const interval = 60_000
const longestPause = 60_000

/**
 * Empties a mailbox: takes each unread mail and marks it read once it is stored for good. What came while nobody looked is
 * taken first. A lost connection is opened again, ever more slowly. Returns what ends it.
 */
export function watchMailbox(address: string, taker: MailTaker): () => Promise<void> {
  const ending = new AbortController()
  const done = keepWatching(new URL(address), taker, ending.signal)
  return async () => {
    ending.abort()
    await done
  }
}

async function keepWatching(url: URL, taker: MailTaker, ending: AbortSignal): Promise<void> {
  for (let pause = 1_000; !ending.aborted; pause = Math.min(pause * 2, longestPause)) {
    const mailbox = open(url)
    const end = () => mailbox.close()
    ending.addEventListener('abort', end, { once: true })
    try {
      await mailbox.connect()
      await mailbox.mailboxOpen(decodeURIComponent(url.pathname.slice(1)) || 'INBOX')
      pause = 1_000
      await watch(mailbox, taker, ending)
    } catch (error) {
      if (!ending.aborted) log.warn({ err: error, host: url.hostname }, 'the mailbox cannot be read')
    } finally {
      ending.removeEventListener('abort', end)
      mailbox.close()
    }
    await wait(pause, undefined, { signal: ending, ref: false }).catch(() => undefined)
  }
}

function open(url: URL): ImapFlow {
  const isSecure = url.protocol === 'imaps:'
  const mailbox = new ImapFlow({
    host: url.hostname,
    port: Number(url.port) || (isSecure ? 993 : 143),
    secure: isSecure,
    // A password does not travel in the clear; `tls=optional` is for a server in the same house.
    doSTARTTLS: !isSecure && url.searchParams.get('tls') !== 'optional' ? true : undefined,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    maxIdleTime: interval,
    maxLiteralSize: largestMail + 1024,
    logger: false,
  })
  // Without a listener an error would end the process; what it means is seen when the connection ends.
  mailbox.on('error', (error) => log.debug({ err: error }, 'a mailbox connection failed'))
  return mailbox
}

async function watch(mailbox: ImapFlow, taker: MailTaker, ending: AbortSignal): Promise<void> {
  while (mailbox.usable && !ending.aborted) {
    const sign = new AbortController()
    const give = () => sign.abort()
    // Before it is asked what is there: what comes in between is not missed.
    mailbox.once('exists', give).once('close', give)
    for (const uid of (await mailbox.search({ seen: false }, { uid: true })) || []) {
      if (ending.aborted) return
      await takeOne(mailbox, uid, taker)
    }
    const signal = AbortSignal.any([sign.signal, ending])
    await wait(interval, undefined, { signal, ref: false }).catch(() => undefined)
    mailbox.off('exists', give).off('close', give)
  }
}

async function takeOne(mailbox: ImapFlow, uid: number, taker: MailTaker): Promise<void> {
  const known = await mailbox.fetchOne(String(uid), { size: true, headers: true }, { uid: true })
  if (!known) return
  const recipients = await ours(known, taker)
  const isTooLarge = (known.size ?? 0) > largestMail
  if (recipients.length === 0 || isTooLarge) {
    incomingMails.inc({ way: 'imap', outcome: 'refused' })
    log.info({ uid, size: known.size }, isTooLarge ? 'a mail is too large' : 'a mail is for nobody here')
  } else {
    const whole = await mailbox.fetchOne(String(uid), { source: true }, { uid: true })
    const source = whole ? whole.source : undefined
    if (!source) return
    const { path: local, size } = await spool(once(source))
    try {
      const [way, envelopeFrom] = ['imap', senderOf(known)] as const
      await taker.take({ way, local, size, envelopeFrom, recipients, clientAddress: '', clientName: '' })
    } finally {
      await unspool(local)
    }
  }
  await mailbox.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

const headerLines = ({ headers }: FetchMessageObject): string =>
  (headers?.toString('latin1') ?? '').replace(/\r?\n[ \t]+/g, ' ')

const most = 100

/** The addresses of its headers that are ours: a mailbox does not tell for whom a mail was handed over. */
async function ours(message: FetchMessageObject, taker: MailTaker): Promise<string[]> {
  const lines = headerLines(message).match(/^(?:delivered-to|x-original-to|envelope-to|to|cc):.*$/gim) ?? []
  const addresses = lines.flatMap((line) => line.match(/[^\s<>,;:"]+@[a-z0-9.-]+/gi) ?? [])
  const found = new Set<string>()
  for (const address of new Set(addresses.slice(0, most).map((each) => each.toLowerCase()))) {
    if (await taker.knows(address)) found.add(address)
  }
  return [...found]
}

/** The mailbox's server writes it down when it takes a mail; where it does not, nothing says that it was empty. */
function senderOf(message: FetchMessageObject): string {
  const found = /^return-path:\s*<?([^>\s]*)>?/im.exec(headerLines(message))
  return found ? (found[1] ?? '') : 'unknown'
}
