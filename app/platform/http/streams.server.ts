import { openStreams } from '#app/platform/metrics.server.ts'

type Close = () => void

const open = new Set<Close>()
let isClosing = false

/**
 * Registers an event stream, so that it is ended when the process stops: it would never end by itself.
 * The result takes it off the list again and is called when the reader has gone.
 */
export function registerStream(close: Close): () => void {
  if (isClosing) {
    close()
    return () => undefined
  }
  open.add(close)
  openStreams.set(open.size)
  return () => {
    open.delete(close)
    openStreams.set(open.size)
  }
}

/** Ends every stream; those that open later are ended at once. */
export function closeStreams(): void {
  isClosing = true
  for (const close of [...open]) close()
  open.clear()
  openStreams.set(0)
}
