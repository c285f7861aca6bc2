import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport, type Transporter } from 'nodemailer'
import { environment } from '#app/platform/environment.server.ts'
import { bounceAddress } from '#app/platform/mail-in/bounce-address.server.ts'

export interface OutgoingMail {
  /** Makes the Message-ID: a mail that is sent twice is one for every mail program. */
  id: string
  to: string
  language: string
  subject: string
  html: string
  text: string
  /** Where a reply goes, and the name that is shown for it; empty for nowhere. */
  replyTo?: string
  replyToName?: string
  /** Mails with one of these are one thread in a mail program; empty for a mail that stands alone. */
  thread?: string
  /** The mail of the thread before this one. */
  previousId?: string
}

/**
 * Hands a mail over: to the mail server of SMTP_URL, which has accepted it when this returns, or, without one, to
 * the folder `outbox` of the data folder.
 * @throws with what the server said; see `isPermanent`.
 */
export async function deliver(mail: OutgoingMail): Promise<void> {
  const { smtpUrl } = environment()
  if (smtpUrl) await deliverBySmtp(mail, smtpUrl)
  else await deliverToFolder(mail)
}

/**
 * Whether mails stay in the house, to be read at /outbox: in development and in each kind of demo. One that runs with
 * `NODE_ENV=production` and no database of its own is a demo as well (app/server.ts).
 */
export function hasOutbox(settings = environment()): boolean {
  const { smtpUrl, isProduction, databaseUrl } = settings
  return !smtpUrl && !(isProduction && databaseUrl)
}

/** The server said that this mail will never be accepted (RFC 5321: a reply of 5yz to the recipient or the content). */
export function isPermanent(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  // A refused password or sender is a fault of the configuration: it can be mended, and the mail waits.
  if (code === 'EAUTH' || code === 'EOAUTH2') return false
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500
}

/** One line, short enough to keep. */
export function reasonOf(error: unknown): string {
  const { message, response } = error as { message?: string; response?: string }
  return (response || message || String(error)).replace(/\s+/g, ' ').slice(0, 500)
}

/** The codes of a failure, without a word that somebody wrote: `EENVELOPE 451`. */
export function codesOf(error: unknown): string {
  const { code, responseCode, name } = error as { code?: string; responseCode?: number; name?: string }
  return [code ?? name ?? 'Error', responseCode ?? ''].join(' ').trim()
}

let transport: { url: string; transporter: Transporter; from: string } | undefined

async function deliverBySmtp(mail: OutgoingMail, url: string): Promise<void> {
  if (transport?.url !== url) {
    closeMailer()
    transport = { url, ...open(url) }
  }
  const { transporter, from } = transport
  await transporter.sendMail({
    from: { name: 'Counterpart', address: from },
    to: mail.to,
    envelope: { from: bounceAddress(mail.id) ?? from, to: mail.to },
    messageId: messageIdOf(mail.id),
    ...threadOf(mail),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.language,
      'X-Counterpart-Mail': mail.id,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

export function messageIdOf(mailId: string): string {
  return `<${mailId}@${new URL(environment().publicUrl).hostname}>`
}

/** The mail that a Message-ID of ours names, or null for anybody else's. */
export function mailOfMessageId(messageId: string): string | null {
  const [, id = '', host] = /^<([0-9a-f-]{36})@([^>]+)>$/.exec(messageId) ?? []
  return host === new URL(environment().publicUrl).hostname ? id : null
}

/** Each mail of a thread names the thread's own id and the mail before it (RFC 5322 §3.6.4), in whatever order they arrive. */
function threadOf({ thread, previousId, replyTo, replyToName }: OutgoingMail) {
  const root = thread ? messageIdOf(thread) : ''
  const previous = previousId ? messageIdOf(previousId) : root
  return {
    ...(thread && { inReplyTo: previous, references: [...new Set([root, previous])] }),
    ...(replyTo && { replyTo: { name: replyToName ?? '', address: replyTo } }),
  }
}

/** Of a settings' address: `smtp://user:password@host:587?from=portal@example.com&tls=optional`. */
function open(address: string): { transporter: Transporter; from: string } {
  const url = new URL(address)
  const isSecure = url.protocol === 'smtps:'
  const hasUser = url.username !== ''
  const transporter = createTransport({
    host: url.hostname,
    port: Number(url.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    // A password does not travel in the clear; `tls=optional` is for a server in the same house.
    requireTLS: !isSecure && hasUser && url.searchParams.get('tls') !== 'optional',
    ...(hasUser && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    pool: true,
    maxConnections: 2,
    maxMessages: 100,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    tls: { minVersion: 'TLSv1.2' },
  })
  const from = url.searchParams.get('from') ?? `counterpart@${new URL(environment().publicUrl).hostname}`
  return { transporter, from }
}

/** Ends the connections to the mail server. */
export function closeMailer(): void {
  transport?.transporter.close()
  transport = undefined
}

/** Two files by the mail's id: a repeated delivery replaces them. */
async function deliverToFolder(mail: OutgoingMail): Promise<void> {
  const folder = path.join(environment().dataDir, 'outbox')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { id, to, language, subject, html, text } = mail
  const description = { messageId: messageIdOf(id), to, language, subject, ...threadOf(mail), text }
  await writeWhole(path.join(folder, `${id}.html`), html)
  await writeWhole(path.join(folder, `${id}.json`), `${JSON.stringify(description, null, 2)}\n`)
}

async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, file)
}
