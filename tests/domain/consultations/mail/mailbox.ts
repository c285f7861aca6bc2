import net from 'node:net'

export interface Mailbox {
  port: number
  /** Puts a mail into it and tells whoever waits. */
  put(raw: Buffer): void
  /** Whether the mail in this place was marked as read. */
  isSeen(index: number): boolean
  logins: number
  /** Ends every connection, as a server that is started anew does. */
  hangUp(): void
  close(): Promise<void>
}

/** As much of an IMAP4rev1 server (RFC 3501, IDLE of RFC 2177) as reading one mailbox takes. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: { raw: Buffer; isSeen: boolean }[] = []
  const sockets = new Set<net.Socket>()
  const mailbox = { logins: 0 }
  const server = net.createServer((socket) => {
    sockets.add(socket)
    let idle = ''
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('* OK [CAPABILITY IMAP4rev1 IDLE] ready')
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    socket.on('data', (bytes) => {
      rest += bytes.toString('latin1')
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (line === 'DONE') say(`${idle} OK done`)
        else answer(line)
      }
    })
    const fetched = (index: number, what: string): Buffer => {
      const { raw, isSeen } = mails[index] ?? { raw: Buffer.alloc(0), isSeen: false }
      const head = raw.subarray(0, raw.indexOf('\r\n\r\n') + 4)
      const parts: Uint8Array[] = [
        Buffer.from(
          `* ${index + 1} FETCH (UID ${index + 1} FLAGS (${isSeen ? '\\Seen' : ''}) RFC822.SIZE ${raw.length}`,
        ),
      ]
      const literal = (name: string, content: Buffer) =>
        parts.push(Buffer.from(` ${name} {${content.length}}\r\n`), content)
      if (/BODY(\.PEEK)?\[HEADER\]/i.test(what)) literal('BODY[HEADER]', head)
      if (/BODY(\.PEEK)?\[\]/i.test(what)) literal('BODY[]', raw)
      return Buffer.concat([...parts, Buffer.from(')\r\n')])
    }
    const answer = (line: string) => {
      const [, tag = '', command = '', more = ''] = /^(\S+) (UID \w+|\w+) ?(.*)$/i.exec(line) ?? []
      const done = (text = 'done') => say(`${tag} OK ${text}`)
      const name = command.toUpperCase()
      if (name === 'LOGIN') mailbox.logins += 1
      if (name === 'CAPABILITY') say('* CAPABILITY IMAP4rev1 IDLE')
      if (name === 'LIST' || name === 'LSUB') say(`* ${name} (\\HasNoChildren) "/" INBOX`)
      if (name === 'SELECT') {
        say(`* ${mails.length} EXISTS`)
        say('* FLAGS (\\Seen)')
        say('* OK [PERMANENTFLAGS (\\Seen)] x')
        say('* OK [UIDVALIDITY 1] x')
        say(`* OK [UIDNEXT ${mails.length + 1}] x`)
        return done('[READ-WRITE] done')
      }
      if (name === 'UID SEARCH')
        say(
          `* SEARCH ${mails.flatMap(({ isSeen }, index) => (isSeen ? [] : [index + 1])).join(' ')}`.trimEnd(),
        )
      if (name === 'UID FETCH') socket.write(fetched(Number.parseInt(more, 10) - 1, more))
      if (name === 'UID STORE') {
        const mail = mails[Number.parseInt(more, 10) - 1]
        if (mail && /\\Seen/i.test(more)) mail.isSeen = true
      }
      if (name === 'IDLE') {
        idle = tag
        return void say('+ idling')
      }
      done()
      if (name === 'LOGOUT') socket.end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return Object.assign(mailbox, {
    port: (server.address() as net.AddressInfo).port,
    put: (raw: Buffer) => {
      mails.push({ raw, isSeen: false })
      for (const socket of sockets) socket.write(`* ${mails.length} EXISTS\r\n`)
    },
    isSeen: (index: number) => mails[index]?.isSeen ?? false,
    hangUp: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  })
}
