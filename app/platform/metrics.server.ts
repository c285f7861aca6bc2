import { Counter, collectDefaultMetrics, Gauge, Histogram } from 'prom-client'
import { queriesSent } from '#app/platform/database/query-count.server.ts'

export const requestDuration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from the first byte of a request to the last byte of its response',
  labelNames: ['route', 'method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
})

export const openStreams = new Gauge({ name: 'http_open_streams', help: 'Event streams that are open now' })

export const jobDuration = new Histogram({
  name: 'job_duration_seconds',
  help: 'Time that one run of a job took, by its outcome: done, retried or failed for good',
  labelNames: ['job', 'outcome'],
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30],
})

export const incomingMails = new Counter({
  name: 'incoming_mails_total',
  help: 'Mails and recipients that came in, by way and outcome: stored, postponed or refused before they were taken',
  labelNames: ['way', 'outcome'],
})

export const settledMails = new Counter({
  name: 'settled_mails_total',
  help: 'What became of incoming mails: taken, held, refused, ignored or discarded, with the reason',
  labelNames: ['status', 'reason'],
})

new Counter({
  name: 'database_queries_total',
  help: 'Statements sent to the database by the application; overhead opens, closes or binds a connection',
  labelNames: ['kind'],
  collect() {
    this.reset()
    for (const [kind, count] of Object.entries(queriesSent())) this.inc({ kind }, count)
  },
})

/** Memory, event loop, garbage collection: once a process. */
export function measureProcess(): void {
  collectDefaultMetrics()
}
