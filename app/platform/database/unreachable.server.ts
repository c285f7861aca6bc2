/** What the errors of Prisma, of its adapter and of the driver have in common. */
interface KnownError {
  name?: string
  code?: string
  message?: string
  meta?: { driverAdapterError?: { cause?: { kind?: string } } }
}

// Prisma's: no way to it, no answer in time, closed, no connection free in time.
const codes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
const kinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
/** What the driver says itself, word for word: a broken connection passes through Prisma as it is. */
const sayings =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/

/** Whether the database does not answer: it is down, it starts or stops, or gave no connection in time. */
export function isUnreachable(error: unknown): boolean {
  const { name, code = '', message = '', meta } = (error ?? {}) as KnownError
  if (name?.startsWith('Prisma'))
    return codes.has(code) || kinds.has(meta?.driverAdapterError?.cause?.kind ?? '')
  // The server's own words for stopping, starting and lost connections; `error` is the driver's name of them.
  if (name === 'error' && /^(57P0|08)/.test(code)) return true
  return sayings.test(message)
}
