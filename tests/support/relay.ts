import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export interface Relay {
  /** The same database, by way of the relay. */
  addressOf(url: string): string
  /** From now on every connection is lost, and none is taken. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** Stands between the application and a PostgreSQL server, so that a test can take it away. */
export async function startRelay(): Promise<Relay> {
  let target = { host: '', port: 0 }
  let isCut = false
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
    return socket
  }
  const server = createServer((incoming) => {
    if (isCut) return incoming.destroy()
    const outgoing = keep(connect(target))
    keep(incoming).pipe(outgoing).pipe(incoming)
    incoming.once('close', () => outgoing.destroy())
    outgoing.once('close', () => incoming.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    addressOf(url) {
      const address = new URL(url)
      target = { host: address.hostname, port: Number(address.port) }
      address.hostname = '127.0.0.1'
      address.port = String((server.address() as AddressInfo).port)
      return address.href
    },
    cut() {
      isCut = true
      drop()
    },
    mend() {
      isCut = false
    },
    close() {
      drop()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
