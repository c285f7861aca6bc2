import cluster, { type Worker } from 'node:cluster'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { AggregatorRegistry, type PrometheusContentType } from 'prom-client'
import { startFailed } from '#app/platform/boot/failure.server.ts'
import { onShutdown, patience, stop } from '#app/platform/boot/shutdown.server.ts'
import { StartError } from '#app/platform/environment.server.ts'
import { log } from '#app/platform/log.server.ts'

type Message = { kind: 'metrics'; id: number } | { kind: 'metricsText'; id: number; text: string }

/** The address of the database that the primary owns, for its workers. */
const addressVariable = 'COUNTERPART_OWNER_URL'

export const addressFromPrimary = (): string => process.env[addressVariable] ?? ''

let isStopping = false
/** Workers that have listened: another one takes the place of each that ends. */
const serving = new Set<number>()

/**
 * Starts `count` workers on one port and replaces those that end. Resolves when all of them listen.
 * @throws StartError when one cannot start.
 */
export async function forkWorkers(count: number, ownerUrl: string): Promise<void> {
  onShutdown(endWorkers)
  const metrics = new AggregatorRegistry<PrometheusContentType>()
  cluster.on('message', (worker, message: Message) => {
    if (message?.kind === 'metrics') void sendMetrics(metrics, worker, message.id)
  })
  await Promise.all(Array.from({ length: count }, () => fork(ownerUrl)))
  cluster.on('exit', (worker, code, signal) => {
    if (!serving.delete(worker.id) || isStopping) return
    log.error({ worker: worker.process.pid, code, signal }, 'a worker ended and is replaced')
    void replace(ownerUrl)
  })
}

/** Resolves when the worker listens. */
function fork(ownerUrl: string): Promise<void> {
  const worker = cluster.fork({ [addressVariable]: ownerUrl })
  return new Promise((resolve, reject) => {
    worker.once('listening', () => {
      serving.add(worker.id)
      resolve()
    })
    worker.once('exit', (code) => {
      reject(
        new StartError(
          code === startFailed ? 'A worker could not start' : `A worker ended with code ${code}`,
        ),
      )
    })
  })
}

let replacing: Promise<void> = Promise.resolve()

/** One after the other; a worker that does not come up is tried again, ever more slowly. */
function replace(ownerUrl: string): Promise<void> {
  replacing = replacing.then(async () => {
    for (let pause = 100; !isStopping; pause = Math.min(pause * 2, 10_000)) {
      await wait(pause)
      if (isStopping || (await cameUp(ownerUrl))) return
    }
  })
  return replacing
}

async function cameUp(ownerUrl: string): Promise<boolean> {
  try {
    await fork(ownerUrl)
    return true
  } catch (error) {
    log.error({ err: error }, 'a worker could not be replaced')
    return false
  }
}

async function endWorkers(): Promise<void> {
  isStopping = true
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  await Promise.all(workers.map((worker) => end(worker)))
}

async function end(worker: Worker): Promise<void> {
  if (worker.isDead()) return
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve())
  })
  worker.process.kill('SIGTERM')
  const late = setTimeout(() => worker.process.kill('SIGKILL'), patience + 5_000)
  await ended
  clearTimeout(late)
}

/** A worker without its primary has neither port nor database. */
export function endWithPrimary(): void {
  // Answers the primary when it collects the metrics.
  new AggregatorRegistry()
  process.on('disconnect', () => {
    if (isStopping) return
    isStopping = true
    log.fatal('the primary process is gone')
    setTimeout(() => process.exit(1), 2_000).unref()
    void stop(1)
  })
  onShutdown(async () => {
    isStopping = true
  })
}

/** Says before anything is touched that the port is taken: in a cluster the workers listen last. */
export function requireFreePort(port: number, variable = 'PORT'): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new StartError(`Port ${port} is taken: set ${variable} to another one`))
      else if (error.code === 'EACCES')
        reject(new StartError(`This user may not use port ${port}: set ${variable} to another one`))
      else reject(error)
    })
    probe.listen(port, () => probe.close(() => resolve()))
  })
}

async function sendMetrics(
  registry: AggregatorRegistry<PrometheusContentType>,
  worker: Worker,
  id: number,
): Promise<void> {
  const text = await registry.clusterMetrics().catch((error: Error) => `# ${error.message}\n`)
  worker.send({ kind: 'metricsText', id, text } satisfies Message)
}

let asked = 0

/** The metrics of all workers together, which only the primary can collect. */
export function collectFromAll(): Promise<string> {
  asked += 1
  const id = asked
  return new Promise((resolve) => {
    const hear = (message: Message) => {
      if (message?.kind !== 'metricsText' || message.id !== id) return
      process.off('message', hear)
      resolve(message.text)
    }
    process.on('message', hear)
    process.send?.({ kind: 'metrics', id } satisfies Message)
  })
}
