import { createHash } from 'node:crypto'
import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser'
import { type Header, type Nature, natureOf } from './nature.ts'
import { unpackTnef } from './tnef.ts'

/** Why a mail cannot be read; each has a message `mailIn:reason.<reason>`. */
export type Unreadable = 'parts' | 'recipients' | 'sender' | 'unreadable'

export interface AttachedFile {
  name: string
  bytes: Buffer
}

export interface ReadMail {
  messageId: string
  /** Lower case. */
  from: string
  /** The addresses of To and Cc, in lower case. */
  addressed: string[]
  subject: string
  text: string
  files: AttachedFile[]
  nature: Nature
  /** The machine's part of a bounce, as text. */
  report: string
  /** Message-IDs that a bounce brings back. */
  returned: string[]
  /** A winmail.dat that could not be opened is among the files. */
  hasClosedTnef: boolean
}

/** Far above what a person writes, far below what keeps a processor busy. */
const most = { parts: 200, multiparts: 20, addresses: 100, html: 1024 * 1024 }
const options = {
  skipImageLinks: true,
  keepCidLinks: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  maxHtmlLengthToParse: most.html,
  maxChildNodes: most.parts,
  maxHeadSize: 256 * 1024,
  checksumAlgo: false,
} as const
/** A picture inside a mail that is smaller than this, in bytes, is the decoration of a signature. */
const smallestPicture = 8 * 1024

/**
 * Reads a whole mail within bounds: no more parts, nesting and addresses than a letter has, whatever the sender claims.
 * Any character set that iconv knows (GB18030, KOI8-R …) becomes text without control characters.
 */
export async function readMail(
  raw: Buffer,
  envelopeFrom: string,
): Promise<ReadMail | { unreadable: Unreadable }> {
  if (isBomb(raw)) return { unreadable: 'parts' }
  let mail: ParsedMail
  try {
    mail = await simpleParser(raw, options)
  } catch {
    return { unreadable: 'unreadable' }
  }
  const addresses = [mail.to, mail.cc].flatMap((each) => each ?? []).flatMap(({ value }) => value)
  if (addresses.length > most.addresses) return { unreadable: 'recipients' }
  const from = senderOf(mail)
  if (!from) return { unreadable: 'sender' }
  const addressed = addresses.map(({ address }) => (address ?? '').toLowerCase())
  return { ...contentOf(mail, envelopeFrom), from, addressed, messageId: messageIdOf(mail, raw) }
}

/** Counted before anything is parsed: each part begins with its own Content-Type. */
function isBomb(raw: Buffer): boolean {
  const text = raw.toString('latin1')
  let parts = 0
  let multiparts = 0
  for (const found of text.matchAll(/^content-type:\s*(multipart\/)?/gim)) {
    parts += 1
    if (found[1]) multiparts += 1
    if (parts > most.parts || multiparts > most.multiparts) return true
  }
  return false
}

/** One From with one address: a second one is how a forged mail shows another sender than the one that is checked. */
function senderOf(mail: ParsedMail): string | null {
  const lines = mail.headerLines.filter(({ key }) => key === 'from')
  const value = (mail.from as AddressObject | undefined)?.value ?? []
  const address = clean(value[0]?.address ?? '').toLowerCase()
  return lines.length === 1 && value.length === 1 && /^[^\s@]+@[^\s@]+$/.test(address) ? address : null
}

function messageIdOf(mail: ParsedMail, raw: Buffer): string {
  const given = clean(mail.messageId ?? '')
    .trim()
    .slice(0, 500)
  return given || `sha256:${createHash('sha256').update(raw).digest('hex')}`
}

function contentOf(mail: ParsedMail, envelopeFrom: string) {
  const header: Header = (name) => {
    const line = mail.headerLines.find(({ key }) => key === name)?.line ?? ''
    return line.slice(line.indexOf(':') + 1).trim()
  }
  const parts = mail.attachments
  const calendar = parts.find(({ contentType }) => contentType === 'text/calendar')
  const status = parts.find(({ contentType }) => contentType === 'message/delivery-status')
  const type = mail.headers.get('content-type') as { params?: Record<string, string> } | undefined
  const nature = natureOf({
    header,
    envelopeFrom,
    calendarMethod: /^METHOD:(\w+)/im.exec(calendar?.content.toString('utf8') ?? '')?.[1] ?? '',
    reportType: type?.params?.['report-type']?.toLowerCase() ?? '',
  })
  const returned = parts.filter(({ contentType }) =>
    /^(message\/rfc822|text\/rfc822-headers)/.test(contentType),
  )
  const { text, files, hasClosedTnef } = lettersOf(mail)
  return {
    subject: clean(mail.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 500),
    text,
    files,
    nature,
    hasClosedTnef,
    report: clean(status?.content.toString('utf8') ?? '').slice(0, 10_000),
    returned: returned.flatMap(({ content }) => idsIn(content.toString('latin1'))),
  }
}

const idsIn = (text: string) =>
  [...text.matchAll(/^message-id:\s*(<[^>]{1,300}>)/gim)].map((found) => found[1] ?? '')

function lettersOf(mail: ParsedMail) {
  const files: AttachedFile[] = []
  // Too long or too deep for words: the writer's text is not lost, it is a file.
  if (mail.textConversionError && mail.html)
    files.push({ name: 'message.html', bytes: Buffer.from(mail.html) })
  let text = clean(mail.text ?? '')
  let hasClosedTnef = false
  for (const part of mail.attachments) {
    if (isDecoration(part)) continue
    const packed = isTnef(part) ? unpackTnef(part.content) : null
    if (isTnef(part) && !packed) hasClosedTnef = true
    if (packed) {
      text = text.trim() ? text : clean(packed.text)
      files.push(...packed.files.map(({ name, bytes }) => ({ name: fileName(name), bytes })))
    } else files.push({ name: fileName(part.filename ?? nameOf(part)), bytes: part.content })
  }
  return { text, files, hasClosedTnef }
}

function isDecoration({ related, contentType, size }: Attachment): boolean {
  return Boolean(related) && contentType.startsWith('image/') && size < smallestPicture
}

function isTnef({ contentType, filename }: Attachment): boolean {
  return /^application\/(vnd\.)?ms-tnef$/.test(contentType) || filename?.toLowerCase() === 'winmail.dat'
}

const endings: Record<string, string> = {
  'message/rfc822': 'mail.eml',
  'text/calendar': 'invitation.ics',
  'image/png': 'picture.png',
  'image/jpeg': 'picture.jpg',
}
const nameOf = ({ contentType }: Attachment): string => endings[contentType] ?? 'attachment'

/** A name without a folder in it, and short enough to be kept with its ending. */
function fileName(given: string): string {
  const name =
    clean(given)
      .replace(/[/\\\n\t]/g, '_')
      .trim() || 'attachment'
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? ''
  return name.length <= 200 ? name : name.slice(0, 200 - ending.length) + ending
}

/** Without what a database refuses or a terminal obeys; halves of characters become a replacement. */
function clean(text: string): string {
  const printable = text.replace(/[^\P{Cc}\t\n\r]/gu, '')
  return Buffer.from(printable, 'utf8').toString('utf8')
}
