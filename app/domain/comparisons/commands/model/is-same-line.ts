import type { Plan } from '../write-parts.server.ts'
import type { lineData } from './line-data.ts'

/** Whether a line is already what the form says of it. */
export function isSameLine(
  line: Plan['before']['lines'][number],
  data: ReturnType<typeof lineData>,
): boolean {
  const { bindings, lives, batchSize, eventsPerYear, ...texts } = data
  const entries = (of: unknown) => JSON.stringify(Object.entries(of ?? {}).sort())
  return (
    entries(line.bindings) === entries(bindings) &&
    entries(line.lives) === entries(lives) &&
    (line.batchSize?.toFixed() ?? null) === batchSize &&
    (line.eventsPerYear?.toFixed() ?? null) === eventsPerYear &&
    Object.entries(texts).every(([key, value]) => line[key as keyof typeof texts] === value)
  )
}
