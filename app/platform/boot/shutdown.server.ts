import { log } from '#app/platform/log.server.ts'

/** How long running requests and jobs may take once the process was told to stop, in milliseconds. */
export const patience = 10_000

type Step = () => Promise<void>

const steps: Step[] = []
let released: Promise<void> | undefined

/** Whether the process is on its way out. */
export const isEnding = (): boolean => released !== undefined

/** Adds what must be done before the process ends; the last one added is done first. */
export function onShutdown(step: Step): void {
  steps.push(step)
}

/** Does the steps, once. A step that fails does not keep the others from being done. */
export function release(): Promise<void> {
  released ??= releaseAll()
  return released
}

async function releaseAll(): Promise<void> {
  for (let step = steps.pop(); step; step = steps.pop()) {
    try {
      await step()
    } catch (error) {
      log.error({ err: error }, 'a step of the shutdown failed')
    }
  }
}

/** Ends the process when it is told to, after the steps. A second Ctrl+C ends it at once: nothing is damaged by that. */
export function stopOnSignals(signals: NodeJS.Signals[] = ['SIGTERM', 'SIGINT']): void {
  let isStopping = false
  for (const signal of signals) {
    process.on(signal, () => {
      if (isStopping && signal === 'SIGINT') process.exit(130)
      if (isStopping) return
      isStopping = true
      log.info({ signal }, 'stopping')
      void stop(0)
    })
  }
}

export async function stop(exitCode: number): Promise<never> {
  await release()
  process.exit(exitCode)
}

/** What nobody caught. After an exception the state of the process is unknown; a rejection concerns one piece of work. */
export function stopOnFaults(): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception')
    void stop(1)
  })
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
}
