import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { log } from '#app/platform/log.server.ts'
import { incomingMails } from '#app/platform/metrics.server.ts'
import { largestMail, type MailTaker } from './incoming-mail.ts'
import { spool, unspool } from './spool.server.ts'

const most = { recipients: 20, strangers: 10, clients: 200 }
const patience = 60_000

/** An answer of the server: its code, and what it says (RFC 5321, RFC 3463). */
function answer(responseCode: number, text: string): Error {
  incomingMails.inc({ way: 'smtp', outcome: responseCode < 500 ? 'postponed' : 'refused' })
  return Object.assign(new Error(text), { responseCode })
}

/** Addresses that a session asked for and nobody has. */
const strangers = new WeakMap<SMTPServerSession, number>()

/**
 * Listens for mails to our addresses and nobody else's. `250` is said once the whole mail is stored for good; whatever
 * fails before is the sender's to try again. It takes no password: it relays nothing.
 */
export async function listenForMail(
  { port, domain }: { port: number; domain: string },
  taker: MailTaker,
): Promise<() => Promise<void>> {
  const server = new SMTPServer({
    name: domain,
    banner: 'Counterpart',
    size: largestMail,
    maxClients: most.clients,
    socketTimeout: patience,
    closeTimeout: 5_000,
    // Mail servers in front of this one end TLS, as a proxy does for the pages.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, session, done) => {
      admit(address, session, taker).then(() => done(), done)
    },
    onData: (stream, session, done) => {
      take(stream, session, taker).then(() => done(null, 'Kept'), done)
    },
  })
  server.on('error', (error) => log.debug({ err: error }, 'a mail connection failed'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, () => resolve())
  })
  log.info({ port, domain }, 'listening for mail')
  return () => new Promise((resolve) => server.close(() => resolve()))
}

async function admit(address: string, session: SMTPServerSession, taker: MailTaker): Promise<void> {
  if (session.envelope.rcptTo.length >= most.recipients)
    throw answer(452, '4.5.3 Too many recipients for one mail')
  const unknown = strangers.get(session) ?? 0
  if (unknown >= most.strangers) throw answer(421, '4.7.0 Too many unknown recipients')
  if (await known(address, taker)) return
  strangers.set(session, unknown + 1)
  throw answer(550, '5.1.1 Nobody has this address')
}

async function known(address: string, taker: MailTaker): Promise<boolean> {
  try {
    return await taker.knows(address)
  } catch (error) {
    log.error({ err: error }, 'an address could not be looked up')
    throw answer(451, '4.3.0 Try again later')
  }
}

async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  taker: MailTaker,
): Promise<void> {
  const { path: local, size } = await spool(stream as AsyncIterable<Uint8Array>)
  try {
    if (stream.sizeExceeded) throw answer(552, '5.3.4 The mail is larger than 25 MB')
    const { mailFrom, rcptTo } = session.envelope
    await taker.take({
      way: 'smtp',
      local,
      size,
      envelopeFrom: mailFrom ? mailFrom.address : '',
      recipients: rcptTo.map(({ address }) => address),
      clientAddress: session.remoteAddress,
      clientName: session.hostNameAppearsAs || '',
    })
  } catch (error) {
    if ((error as { responseCode?: number }).responseCode) throw error
    log.error({ err: error }, 'a mail could not be stored')
    throw answer(451, '4.3.0 Try again later')
  } finally {
    await unspool(local)
  }
}
