import net from 'node:net'

export interface Answer {
  status: number
  /** Of the body as it was sent. */
  bytes: number
}

/**
 * A connection that is kept open and takes one request at a time. It reads no more of an answer than its length: on
 * few cores what the client does is taken from the server.
 */
export class Connection {
  private readonly socket: net.Socket
  private received: Buffer = Buffer.alloc(0)
  private waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined

  constructor(port: number) {
    this.socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
    this.socket.on('data', (part) => this.take(part))
    this.socket.on('error', (error) => this.fail(error))
    this.socket.on('close', () => this.fail(new Error('the server closed the connection')))
  }

  send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.socket.write(request)
    })
  }

  close(): void {
    this.waiting = undefined
    this.socket.destroy()
  }

  private fail(error: Error): void {
    const { waiting } = this
    this.waiting = undefined
    waiting?.reject(error)
  }

  private take(part: Buffer): void {
    this.received = this.received.length > 0 ? Buffer.concat([this.received, part]) : part
    const answer = read(this.received)
    if (!answer) return
    this.received = Buffer.alloc(0)
    const { waiting } = this
    this.waiting = undefined
    waiting?.resolve(answer)
  }
}

/** The answer, once all of it is there. */
function read(received: Buffer): Answer | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end).toLowerCase()
  const status = Number(head.slice(9, 12))
  const body = end + 4
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1]
  if (length !== undefined) {
    const bytes = Number(length)
    return received.length >= body + bytes ? { status, bytes } : undefined
  }
  if (!head.includes('\r\ntransfer-encoding: chunked')) return { status, bytes: 0 }
  const bytes = chunkedLength(received, body)
  return bytes === undefined ? undefined : { status, bytes }
}

function chunkedLength(received: Buffer, from: number): number | undefined {
  let total = 0
  for (let at = from; ; ) {
    const line = received.indexOf('\r\n', at)
    if (line < 0) return undefined
    const size = Number.parseInt(received.toString('latin1', at, line), 16)
    at = line + 2 + size + 2
    if (received.length < at) return undefined
    if (size === 0) return total
    total += size
  }
}
