import { createTransport, type SendMailOptions } from 'nodemailer'

/** A whole mail, as a mail program writes it. */
export async function rawMail(options: SendMailOptions): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({ date: new Date('2025-05-12T09:14:00Z'), ...options })
  return message as Buffer
}

interface Packed {
  text?: string
  files?: { name: string; bytes: Buffer }[]
}

/** A winmail.dat as Outlook packs it (MS-OXTNEF). */
export function tnef({ text = '', files = [] }: Packed): Buffer {
  const attribute = (level: number, id: number, data: Buffer) => {
    const head = Buffer.alloc(9)
    head.writeUInt8(level)
    head.writeUInt32LE(id, 1)
    head.writeUInt32LE(data.length, 5)
    const sum = Buffer.alloc(2)
    sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0))
    return Buffer.concat([head, data, sum])
  }
  const head = Buffer.alloc(6)
  head.writeUInt32LE(0x223e9f78)
  head.writeUInt16LE(1, 4)
  return Buffer.concat([
    head,
    attribute(1, 0x00069003, unicodeProperty(0x1000, text)),
    ...files.flatMap(({ name, bytes }) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x00018010, Buffer.from('SHORT~1.TXT\0', 'latin1')),
      attribute(2, 0x0006800f, bytes),
      attribute(2, 0x00069005, unicodeProperty(0x3707, name)),
    ]),
  ])
}

/** One MAPI property list: a number first, to be stepped over, then the text. */
function unicodeProperty(id: number, text: string): Buffer {
  const value = Buffer.from(`${text}\0`, 'utf16le')
  const head = Buffer.alloc(24)
  head.writeUInt32LE(2, 0)
  head.writeUInt16LE(0x03, 4)
  head.writeUInt16LE(0x0e21, 6)
  head.writeUInt32LE(7, 8)
  head.writeUInt16LE(0x1f, 12)
  head.writeUInt16LE(id, 14)
  head.writeUInt32LE(1, 16)
  head.writeUInt32LE(value.length, 20)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

/** The report of a mail server that could not deliver (RFC 3464). */
export function deliveryReport(to: string, original: string, action = 'failed'): Buffer {
  const lines = [
    'From: MAILER-DAEMON@mx.lumen.example',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <report-1@mx.lumen.example>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I am sorry.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.lumen.example',
    '',
    'Final-Recipient: rfc822; lin@lumen.example',
    `Action: ${action}`,
    action === 'failed' ? 'Status: 5.1.1' : 'Status: 4.4.1',
    'Diagnostic-Code: smtp; 550 5.1.1 No such',
    '  mailbox',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${original}`,
    'Subject: C-0001',
    '',
    '--b--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
