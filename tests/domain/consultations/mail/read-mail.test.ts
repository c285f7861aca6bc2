import { describe, expect, test } from 'vitest'
import { readBounce } from '#app/domain/consultations/mail/reading/bounce.ts'
import { type ReadMail, readMail } from '#app/domain/consultations/mail/reading/read-mail.server.ts'
import { unpackTnef } from '#app/domain/consultations/mail/reading/tnef.ts'
import { deliveryReport, rawMail, tnef } from './mails.ts'

const head =
  'From: Lin <lin@lumen.example>\r\nTo: reply+x@portal.example\r\nMessage-ID: <a@b>\r\nMIME-Version: 1.0\r\n'
const read = async (raw: Buffer | string, from = 'lin@lumen.example'): Promise<ReadMail> => {
  const mail = await readMail(Buffer.from(raw), from)
  if ('unreadable' in mail) throw new Error(mail.unreadable)
  return mail
}
const refusal = async (raw: Buffer | string) => {
  const mail = await readMail(Buffer.from(raw), 'lin@lumen.example')
  return 'unreadable' in mail ? mail.unreadable : 'read'
}

describe('text', () => {
  test('GB18030 and KOI8-R are read', async () => {
    // 变频器跳闸 and Преобразователь отключается in their own bytes.
    const chinese = Buffer.from('b1e4c6b5c6f7ccf8d5a2', 'hex')
    const russian = Buffer.from('f0d2c5cfc2d2c1dacfd7c1d4c5ccd820cfd4cbccc0dec1c5d4d3d1', 'hex')
    const of = (charset: string, bytes: Buffer) =>
      Buffer.concat([Buffer.from(`${head}Content-Type: text/plain; charset=${charset}\r\n\r\n`), bytes])
    expect((await read(of('gb18030', chinese))).text.trim()).toBe('变频器跳闸')
    expect((await read(of('koi8-r', russian))).text.trim()).toBe('Преобразователь отключается')
  })

  test('NUL and other control characters are taken out, of subject, names and text', async () => {
    const raw = `${head}Subject: =?utf-8?Q?Trip=00_F07?=\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIt=00 trips=07=1B.`
    const { subject, text } = await read(raw)
    expect([subject, text.trim()]).toEqual(['Trip F07', 'It trips.'])
  })

  test('HTML alone becomes text, its quotation stays recognisable', async () => {
    const html = '<p>It <b>runs</b>.</p><blockquote type="cite"><p>Does it trip?</p></blockquote>'
    const { text } = await read(await rawMail({ from: 'lin@lumen.example', to: 'a@b.example', html }))
    expect(text).toContain('It runs.')
    expect(text).toMatch(/^> Does it trip\?/m)
  })

  test('HTML that is too deep or too long for words is kept as a file', async () => {
    for (const html of [`<div>${'<div>'.repeat(60_000)}x`, `<p>${'long '.repeat(300_000)}</p>`]) {
      const mail = await read(await rawMail({ from: 'lin@lumen.example', to: 'a@b.example', html }))
      if (mail.text.trim() === '') expect(mail.files[0]?.name).toBe('message.html')
    }
  })
})

describe('who wrote it', () => {
  const natureOf = async (header: string, from?: string) =>
    (await read(`${head}${header}\r\nContent-Type: text/plain\r\n\r\nText`, from)).nature

  test.each([
    ['Auto-Submitted: auto-replied', 'autoReply'],
    ['Auto-Submitted: auto-generated (vacation)', 'autoReply'],
    ['X-Autoreply: yes', 'autoReply'],
    ['Precedence: auto_reply', 'autoReply'],
    ['Precedence: bulk', 'list'],
    ['List-Id: <drives.lists.example>', 'list'],
    ['X-Counterpart-Mail: 1', 'loop'],
  ])('%s is nobody', async (header, reason) => {
    expect(await natureOf(header)).toEqual({ kind: 'automatic', reason })
  })

  test('an empty return path and a postmaster are nobody; Auto-Submitted: no is a person', async () => {
    expect(await natureOf('X-A: b', '')).toMatchObject({ kind: 'automatic' })
    expect(await natureOf('X-A: b', 'MAILER-DAEMON@mx.example')).toMatchObject({ kind: 'automatic' })
    expect(await natureOf('Auto-Submitted: no')).toEqual({ kind: 'written' })
  })

  test('an answer to an invitation is nobody, an invitation is a file', async () => {
    const calendar = (method: string) =>
      rawMail({
        from: 'lin@lumen.example',
        to: 'a@b.example',
        text: 'See you.',
        icalEvent: { method, content: `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR` },
      })
    expect((await read(await calendar('REPLY'))).nature).toEqual({ kind: 'automatic', reason: 'calendar' })
    const invitation = await read(await calendar('REQUEST'))
    expect(invitation.nature).toEqual({ kind: 'written' })
    expect(invitation.files.map(({ name }) => name)).toContain('invite.ics')
  })

  test('a report names the mail that came back and why', async () => {
    const mail = await read(deliveryReport('bounce+x@portal.example', '<0190@localhost>'), '')
    expect(mail.nature).toEqual({ kind: 'bounce' })
    expect(mail.returned).toEqual(['<0190@localhost>'])
    expect(readBounce(mail.report)).toEqual({ isFinal: true, reason: '5.1.1 550 5.1.1 No such mailbox' })
    const late = await read(deliveryReport('bounce+x@portal.example', '<0190@localhost>', 'delayed'), '')
    expect(readBounce(late.report).isFinal).toBe(false)
  })
})

describe('what is refused', () => {
  test('a MIME bomb: too many parts, too deep', async () => {
    const wide = `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(5_000)}--b--`
    let deep = 'Content-Type: text/plain\r\n\r\nx'
    for (let level = 0; level < 500; level += 1)
      deep = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${deep}\r\n--b${level}--`
    expect(await refusal(wide)).toBe('parts')
    expect(await refusal(head + deep)).toBe('parts')
  })

  test('ten thousand addresses in its head', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `p${index}@lumen.example`).join(',\r\n ')
    expect(await refusal(`From: lin@lumen.example\r\nTo: ${many}\r\n\r\nText`)).not.toBe('read')
  })

  test('no sender, two senders, two From lines', async () => {
    expect(await refusal('Subject: x\r\n\r\nText')).toBe('sender')
    expect(await refusal('From: a@lumen.example, b@lumen.example\r\n\r\nText')).toBe('sender')
    expect(await refusal('From: a@lumen.example\r\nFrom: b@lumen.example\r\n\r\nText')).toBe('sender')
  })

  test('random bytes are refused or read, and nothing throws', async () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const bytes = Buffer.from(
        Array.from({ length: 2_000 }, (_, index) => (index * 7919 * (seed + 3)) % 256),
      )
      expect(typeof (await refusal(Buffer.concat([Buffer.from(head), bytes])))).toBe('string')
    }
  })
})

describe('files', () => {
  test('names lose folders and control characters, small pictures of a signature stay out', async () => {
    const picture = {
      filename: 'logo.png',
      cid: 'logo',
      content: Buffer.alloc(900),
      contentType: 'image/png',
    }
    const html = '<p>See <img src="cid:logo"></p>'
    const drawing = { filename: '../../a/b\\drawing.dxf', content: 'x' }
    const raw = await rawMail({
      from: 'lin@lumen.example',
      to: 'a@b.example',
      html,
      attachments: [picture, drawing],
    })
    const names = (await read(raw)).files.map(({ name }) => name)
    expect(names).toHaveLength(1)
    expect(names[0]).toMatch(/drawing\.dxf$/)
    expect(names[0]).not.toMatch(/[/\\]/)
  })

  test('winmail.dat is opened: its text where there is no other, its files under their long names', async () => {
    const files = [{ name: 'Kennlinie Motor.csv', bytes: Buffer.from('n;M\n1500;49') }]
    const packed = {
      filename: 'winmail.dat',
      content: tnef({ text: 'Läuft jetzt. 已正常', files }),
      contentType: 'application/ms-tnef',
    }
    const mail = await read(
      await rawMail({ from: 'lin@lumen.example', to: 'a@b.example', attachments: [packed] }),
    )
    expect(mail.text).toBe('Läuft jetzt. 已正常')
    expect(mail.files).toEqual(files)
    expect(mail.hasClosedTnef).toBe(false)
  })

  test('one that cannot be opened stays a file, and that is said', async () => {
    const packed = {
      filename: 'winmail.dat',
      content: tnef({ text: 'x' }).subarray(0, 40),
      contentType: 'application/ms-tnef',
    }
    const mail = await read(
      await rawMail({ from: 'lin@lumen.example', to: 'a@b.example', text: 'See.', attachments: [packed] }),
    )
    expect(mail.files.map(({ name }) => name)).toEqual(['winmail.dat'])
    expect(mail.hasClosedTnef).toBe(true)
  })

  test('cut anywhere or with lengths that lie, it is never opened wrongly and never throws', () => {
    const whole = tnef({ text: 'x', files: [{ name: 'a.txt', bytes: Buffer.from('abc') }] })
    for (let length = 0; length < whole.length; length += 1) unpackTnef(whole.subarray(0, length))
    for (let at = 6; at < whole.length; at += 1) {
      const lying = Buffer.from(whole)
      lying[at] = 0xff
      unpackTnef(lying)
    }
  })
})
