// A process of its own that puts load on a server: as many connections as wanted, each sending its next request when
// the last one is answered. Takes an order as a message and answers with what it measured.
import { Connection } from './connection.ts'

export interface Order {
  port: number
  /** Whole requests as they go over the wire; sent in turn. */
  requests: string[]
  concurrency: number
  warmUpSeconds: number
  seconds: number
  expectedStatus: number
}

export interface Measured {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  answered: number
  /** Bytes of a body, on average. */
  bytes: number
  /** Statuses that were not expected, and how often; `0` is a broken connection. */
  wrong: Record<number, number>
}

process.on('message', (order: Order) => {
  void measure(order).then((measured) => process.send?.(measured))
})
process.on('disconnect', () => process.exit())

async function measure(order: Order): Promise<Measured> {
  const begin = performance.now() + order.warmUpSeconds * 1000
  const end = begin + order.seconds * 1000
  const times: number[] = []
  const wrong: Record<number, number> = {}
  let bytes = 0
  let next = 0
  const work = async () => {
    let connection = new Connection(order.port)
    for (let now = performance.now(); now < end; ) {
      const request = order.requests[next++ % order.requests.length] ?? ''
      const answer = await connection.send(request).catch(() => ({ status: 0, bytes: 0 }))
      const done = performance.now()
      if (answer.status !== order.expectedStatus) {
        wrong[answer.status] = (wrong[answer.status] ?? 0) + 1
        connection.close()
        connection = new Connection(order.port)
      } else if (now >= begin && done <= end) {
        times.push(done - now)
        bytes += answer.bytes
      }
      now = done
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: order.concurrency }, work))
  times.sort((a, b) => a - b)
  const at = (part: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
  return {
    perSecond: times.length / order.seconds,
    p50: at(0.5),
    p99: at(0.99),
    answered: times.length,
    bytes: Math.round(bytes / times.length),
    wrong,
  }
}
