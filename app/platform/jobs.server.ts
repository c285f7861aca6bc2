import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type JobHelpers, Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { patience } from '#app/platform/boot/shutdown.server.ts'
import { databaseUrl, type Tx } from '#app/platform/database/database.server.ts'
import { createPool } from '#app/platform/database/pool.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import { type Presence, showPresence } from '#app/platform/job-presence.server.ts'
import { log } from '#app/platform/log.server.ts'
import { jobDuration } from '#app/platform/metrics.server.ts'

export type Job = (payload: unknown) => Promise<void>
/** By name. */
export type Jobs = Record<string, Job>

export interface WorkerOptions {
  /** How many jobs this process runs at a time. */
  concurrency?: number
  /** Lines such as `17 3 * * * sweep`: minute, hour, day, month, weekday (UTC), name. */
  crontab?: string
}

export interface AddJobOptions {
  runAt?: Date
  /** Of the jobs with one key that wait, there is one. */
  jobKey?: string
  /** What becomes of the time of one that waits: `preserve_run_at` keeps it, `replace` takes the new one. */
  jobKeyMode?: 'replace' | 'preserve_run_at' | 'unsafe_dedupe'
  maxAttempts?: number
  /** Lower goes first; 0 is usual. */
  priority?: number
}

/**
 * Adds a job inside a transaction of the owner's connection: it runs if the transaction commits. A job that fails is
 * tried again, ever later; one that ran while its process died runs again, so jobs act once by looking first.
 */
export async function addJob(
  tx: Tx,
  name: string,
  payload: object,
  options: AddJobOptions = {},
): Promise<void> {
  const { runAt = null, jobKey = null, jobKeyMode = 'replace', maxAttempts = 12, priority = 0 } = options
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json,
      run_at => ${runAt}::timestamptz, job_key => ${jobKey}::text, job_key_mode => ${jobKeyMode}::text,
      max_attempts => ${maxAttempts}::int, priority => ${priority}::int)`
}

type Running = { runner: Runner; pool: pg.Pool; presence: Presence }

let running: Running | undefined

/** What the library tells of its course is of use when looking for a fault only; failures are logged by `observe`. */
const levels: Record<string, 'error' | 'warn' | 'debug'> = { error: 'error', warning: 'warn' }

/** Runs jobs in this process. Every process may: a job is locked by the one that runs it. */
export async function startWorker(
  jobs: Jobs,
  { concurrency = 4, crontab }: WorkerOptions = {},
): Promise<void> {
  if (running) throw new Error('The jobs run already')
  const pool = createPool({ connectionString: databaseUrl(), max: concurrency + 2 })
  const events: WorkerEvents = new EventEmitter()
  events.setMaxListeners(20)
  const presence = showPresence(databaseUrl())
  observe(events, presence)
  const runner = await run({
    pgPool: pool,
    taskList: tasksOf(jobs),
    concurrency,
    crontab: crontab ?? '',
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: patience,
    events,
    logger: new Logger(({ label }) => (level, message, details) => {
      if (!details?.failure) log[levels[level] ?? 'debug']({ label }, message)
    }),
  })
  running = { runner, pool, presence }
  runner.promise.catch((error) => log.error({ err: error }, 'the jobs stopped'))
}

/** Takes no more jobs and waits for those that run; what takes longer is run again by another process. */
export async function stopWorker(): Promise<void> {
  const stopping = running
  running = undefined
  if (!stopping) return
  await Promise.race([stopping.runner.stop(), wait(patience, undefined, { ref: false })])
  await stopping.presence.end()
  await Promise.race([stopping.pool.end(), wait(1000, undefined, { ref: false })])
}

function tasksOf(jobs: Jobs): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => {
      const task = async (payload: unknown, { job: row }: JobHelpers) => {
        const origin = { requestId: `job-${row.id}`, ipAddress: '', userAgent: '' }
        await requestOrigin.run(origin, async () => await job(payload))
      }
      return [name, task]
    }),
  )
}

function observe(events: WorkerEvents, presence: Presence): void {
  const started = new Map<string, number>()
  const report = (id: string, job: string, outcome: string) => {
    jobDuration.observe({ job, outcome }, (performance.now() - (started.get(id) ?? performance.now())) / 1000)
    started.delete(id)
  }
  events.on('worker:create', ({ worker }) => presence.add(worker.workerId))
  events.on('job:start', ({ job }) => void started.set(job.id, performance.now()))
  events.on('job:success', ({ job }) => report(job.id, job.task_identifier, 'done'))
  events.on('job:error', ({ job, error }) => {
    const isLast = job.attempts >= job.max_attempts
    report(job.id, job.task_identifier, isLast ? 'failed' : 'retried')
    const entry = { err: error, job: job.task_identifier, jobId: job.id, attempt: job.attempts }
    if (isLast) log.error(entry, 'a job failed for good')
    else log.warn(entry, 'a job failed and will be tried again')
  })
}
