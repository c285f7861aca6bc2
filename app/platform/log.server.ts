import { pino } from 'pino'
import { requestOrigin } from '#app/platform/database/request.server.ts'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const given = process.env.LOG_LEVEL ?? ''

/** One JSON object a line. Within a request each line carries the request's id. */
export const log = pino({
  // A wrong level is reported by `environment()`; logging must work before that.
  level: levels.includes(given) ? given : 'info',
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin() {
    const origin = requestOrigin.getStore()
    return origin ? { requestId: origin.requestId } : {}
  },
  redact: {
    paths: ['password', 'token', 'secret', 'email', 'authorization', 'cookie', 'to'].flatMap((name) => [
      name,
      `*.${name}`,
      `*.*.${name}`,
    ]),
    censor: '…',
  },
})
