import { isEnding, release } from '#app/platform/boot/shutdown.server.ts'
import { StartError } from '#app/platform/environment.server.ts'
import { log } from '#app/platform/log.server.ts'

/** The exit code of a process that could not start; the primary does not start such a worker again. */
export const startFailed = 78

/** One clear line for the person who starts the application. */
function explain(error: unknown): string {
  if (error instanceof StartError) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === '53100' || /no space left/i.test(message)) return 'The disk is full'
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return `This user may not write there: ${message}`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT' || code?.startsWith('08')) {
    return `The database cannot be reached: ${message || code}`
  }
  return `The application does not start: ${message || String(error)}`
}

/** Gives back what was taken and ends the process. */
export async function failStart(error: unknown): Promise<void> {
  // Told to stop while starting: what fails now fails because of that.
  if (isEnding()) return
  process.stderr.write(`${explain(error).split('\n')[0]}\n`)
  if (!(error instanceof StartError)) log.debug({ err: error }, 'start failed')
  await release()
  process.exit(startFailed)
}
