import type { Client } from '../client/client.ts'
import type { Measured } from '../client/load.ts'
import { type Usage, usageOf, usageOfFloor } from './usage.ts'

/** What one server does with one kind of request. */
export interface Rates {
  /** One request at a time, and sixteen. */
  one: Measured
  sixteen: Measured
  /** Of the server's processor time for a request, in milliseconds, at sixteen. */
  cpuMilliseconds: number
}

interface Asked {
  client: Client
  port: number
  requests: string[]
  seconds: number
  expectedStatus: number
  isFloor: boolean
}

export async function ratesOf({ client, isFloor, ...order }: Asked): Promise<Rates> {
  const usage: (port: number) => Promise<Usage> = isFloor ? usageOfFloor : usageOf
  await client.measure({ ...order, concurrency: 16, warmUpSeconds: order.seconds, seconds: 0.1 })
  const before = await usage(order.port)
  const sixteen = await client.measure({
    ...order,
    concurrency: 16,
    warmUpSeconds: 0,
    seconds: order.seconds,
  })
  const after = await usage(order.port)
  const one = await client.measure({ ...order, concurrency: 1, warmUpSeconds: 0.3, seconds: order.seconds })
  const cpuMilliseconds = ((after.cpuSeconds - before.cpuSeconds) * 1000) / sixteen.answered
  return { one, sixteen, cpuMilliseconds }
}
