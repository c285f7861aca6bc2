import type { Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** How a mail server can behave. */
export type Behaviour =
  | { does: 'accept' }
  /** Answers the content after this many milliseconds. */
  | { does: 'slow'; milliseconds: number }
  /** Refuses the recipient: 4yz for now, 5yz for good. */
  | { does: 'refuse'; code: number; reason: string }
  /** Takes the whole content, keeps it, and ends the connection without an answer. */
  | { does: 'drop' }

export interface MailServer {
  received: ParsedMail[]
  behave(behaviour: Behaviour): void
  close(): Promise<void>
}

/** A real SMTP server on this machine. */
export async function startMailServer(port: number): Promise<MailServer> {
  let behaviour: Behaviour = { does: 'accept' }
  const received: ParsedMail[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_address, _session, done) {
      if (behaviour.does !== 'refuse') return done()
      done(Object.assign(new Error(behaviour.reason), { responseCode: behaviour.code }))
    },
    onData(stream, _session: SMTPServerSession, done) {
      simpleParser(stream).then((mail) => {
        received.push(mail)
        if (behaviour.does === 'drop') for (const socket of sockets) socket.destroy()
        else if (behaviour.does === 'slow') setTimeout(done, behaviour.milliseconds)
        else done()
      }, done)
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  return {
    received,
    behave: (next) => {
      behaviour = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
