// The process: environment, database, HTTP, jobs, shutdown. The entry of the server's build; app/start.mjs calls it.
import cluster from 'node:cluster'
import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import {
  addressFromPrimary,
  endWithPrimary,
  forkWorkers,
  requireFreePort,
} from '#app/platform/boot/cluster.server.ts'
import { failStart } from '#app/platform/boot/failure.server.ts'
import { firstStart } from '#app/platform/boot/first-start.server.ts'
import {
  onShutdown,
  patience,
  stop,
  stopOnFaults,
  stopOnSignals,
} from '#app/platform/boot/shutdown.server.ts'
import {
  connectDatabase,
  disconnectDatabase,
  unscopedPrisma,
} from '#app/platform/database/database.server.ts'
import { startEmbedded } from '#app/platform/database/embedded.server.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { type Environment, environment, projectRoot } from '#app/platform/environment.server.ts'
import { type Listener, listen } from '#app/platform/http/listener.server.ts'
import type { Job } from '#app/platform/jobs.server.ts'
import { log } from '#app/platform/log.server.ts'

/** What the development server puts in the place of the build (app/cli/dev.ts). */
export interface Development {
  files: RequestHandler
  loadBuild(): Promise<ServerBuild>
  loadJobs(): Promise<Record<string, Job>>
}

/** Starts the application; returns when it answers. A start that fails ends the process with one line that says why. */
export async function start(development?: Development): Promise<void> {
  try {
    stopOnFaults()
    const settings = environment()
    if (cluster.isWorker) await startWorkerProcess(settings)
    else if (settings.concurrency > 1 && !development) await startPrimary(settings)
    else await startAlone(settings, development)
  } catch (error) {
    await failStart(error)
  }
}

async function startAlone(settings: Environment, development?: Development): Promise<void> {
  stopOnSignals()
  const listener = await listen(settings.port)
  await requireFreeMailPort(settings)
  // Loading the pages takes as long as starting the database: both at once.
  const pages = development ? development.loadBuild() : loadBuild()
  pages.catch(() => undefined)
  const ownerUrl = await openDatabase(settings)
  await connectDatabase(ownerUrl)
  onShutdown(disconnectDatabase)
  const lines = await fillWhenEmpty(settings, ownerUrl)
  await pages
  await serve(settings, listener, development)
  announce(settings, lines)
}

async function requireFreeMailPort({ inbound }: Environment): Promise<void> {
  if (inbound?.smtpPort) await requireFreePort(inbound.smtpPort, 'INBOUND_SMTP_PORT')
}

/** Owns the database; its workers answer on one port. */
async function startPrimary(settings: Environment): Promise<void> {
  stopOnSignals()
  await requireFreePort(settings.port)
  await requireFreeMailPort(settings)
  const ownerUrl = await openDatabase(settings)
  await connectDatabase(ownerUrl)
  const lines = await fillWhenEmpty(settings, ownerUrl)
  await disconnectDatabase()
  await forkWorkers(settings.concurrency, ownerUrl)
  announce(settings, lines)
}

async function startWorkerProcess(settings: Environment): Promise<void> {
  // Ctrl+C reaches every process of the terminal; the primary tells its workers when to stop.
  process.on('SIGINT', () => undefined)
  stopOnSignals(['SIGTERM'])
  endWithPrimary()
  await Promise.all([connectDatabase(addressFromPrimary()), loadBuild()])
  onShutdown(disconnectDatabase)
  await serve(settings, await listen(settings.port))
}

/** The owner's address of a database that is up to date. */
async function openDatabase(settings: Environment): Promise<string> {
  // Made before anything is served, and before several processes ask for them.
  void settings.secrets
  let ownerUrl = settings.databaseUrl
  if (!ownerUrl) {
    const embedded = await startEmbedded(settings)
    onShutdown(embedded.stop)
    // Whoever watches over the application starts it again; a portal without its database helps nobody.
    void embedded.ended.then(() => stop(1))
    ownerUrl = embedded.url
  }
  await migrate(ownerUrl)
  return ownerUrl
}

/** Lines for the terminal: who can sign in to the demo, or how to set up. */
async function fillWhenEmpty(settings: Environment, ownerUrl: string): Promise<string[]> {
  const world = await firstStart({
    ownerUrl,
    allowsDemo: !(settings.isProduction && settings.databaseUrl),
    isEmpty: async () => (await unscopedPrisma().organization.count()) === 0,
    fill: async () => (await import('#prisma/seed/index.ts')).seedDemo(),
  })
  if (world === 'demo') return (await import('#prisma/seed/sign-ins.ts')).signInLines()
  const setup = await (await import('#app/domain/auth/setup.server.ts')).prepareFirstStart()
  return setup
    ? [`Set up the first organization at ${settings.publicUrl}/setup with the code ${setup.code}`]
    : []
}

const loadBuild = (): Promise<ServerBuild> => import('virtual:remix/server-build')

async function serve(settings: Environment, listener: Listener, development?: Development): Promise<void> {
  const [{ application }, { remix }, { startWorker, stopWorker }, { measureProcess }] = await Promise.all([
    import('#app/platform/http/application.server.ts'),
    import('#app/platform/http/remix.server.ts'),
    import('#app/platform/jobs.server.ts'),
    import('#app/platform/metrics.server.ts'),
  ])
  const { refusalPage } = await import('#app/http/refusal-page.server.ts')
  const { announceStop } = await import('#app/platform/http/operation.server.ts')
  const publicOrigin = new URL(settings.publicUrl).origin
  onShutdown(async () => {
    announceStop()
    await Promise.all([listener.close(patience), stopWorker()])
  })
  measureProcess()
  listener.serve(
    application({
      publicUrl: settings.publicUrl,
      // With a token of the cloud the browser sends its files there.
      connectTo: settings.uploadThingToken ? ['https://*.ingest.uploadthing.com'] : [],
      isDevelopment: development !== undefined,
      refusals: refusalPage,
      files: development?.files ?? (await filesOfBuild()),
      pages: remix(development?.loadBuild ?? loadBuild, publicOrigin),
    }),
  )
  await readMail(settings)
  await startWorker(await jobsOf(development), { crontab: (await import('#app/jobs.server.ts')).crontab })
}

/** Mail comes in where it is wanted; the process that holds the lock of a way listens or reads. */
async function readMail({ inbound }: Environment): Promise<void> {
  if (!inbound) return
  const { readInboundMail } = await import('#app/platform/mail-in/ways-in.server.ts')
  const { mailTaker } = await import('#app/domain/consultations/mail/incoming/take-in.server.ts')
  onShutdown(readInboundMail(inbound, mailTaker))
}

async function filesOfBuild(): Promise<RequestHandler> {
  const { assets } = await import('#app/platform/http/assets.server.ts')
  return assets(path.join(projectRoot(), 'build', 'client'))
}

/** In development each run takes the job as it is written now. */
async function jobsOf(development?: Development): Promise<Record<string, Job>> {
  const { tasks } = await import('#app/jobs.server.ts')
  if (!development) return tasks
  const latest =
    (name: string): Job =>
    async (payload) =>
      (await development.loadJobs())[name]?.(payload)
  return Object.fromEntries(Object.keys(tasks).map((name) => [name, latest(name)]))
}

function announce(settings: Environment, lines: string[]): void {
  log.info({ port: settings.port, processes: settings.concurrency }, 'ready')
  process.stdout.write(`\n${[`Counterpart answers at ${settings.publicUrl}`, ...lines].join('\n')}\n\n`)
}
