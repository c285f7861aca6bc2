let read: () => Date = () => new Date()

/** The present instant. The only place that asks the machine. */
export function now(): Date {
  return read()
}

/** For tests: replaces the clock and returns the function that puts the real one back. */
export function setClock(clock: () => Date): () => void {
  read = clock
  return () => {
    read = () => new Date()
  }
}
