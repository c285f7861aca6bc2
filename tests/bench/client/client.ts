import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Measured, Order } from './load.ts'

export interface Client {
  measure(order: Order): Promise<Measured>
  stop(): void
}

export function startClient(): Client {
  const child = fork(path.join(import.meta.dirname, 'load.ts'), { execArgv: ['--import', 'tsx'] })
  return { measure: (order) => ask(child, order), stop: () => child.disconnect() }
}

function ask(child: ChildProcess, order: Order): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the client ended'))
    child.once('exit', ended)
    child.once('message', (measured) => {
      child.off('exit', ended)
      resolve(measured as Measured)
    })
    child.send(order)
  })
}
