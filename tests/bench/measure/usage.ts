export interface Usage {
  /** Of the processor, since the process started. */
  cpuSeconds: number
  /** Resident, in bytes. */
  memory: number
  /** Statements sent so far, without those that only open, bind or close. */
  statements: number
}

/** What the application says about itself. */
export async function usageOf(port: number): Promise<Usage> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const value = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN)
  return {
    cpuSeconds: value(/^process_cpu_seconds_total (\S+)/m),
    memory: value(/^process_resident_memory_bytes (\S+)/m),
    statements: value(/^database_queries_total\{kind="work"\} (\S+)/m),
  }
}

export async function usageOfFloor(port: number): Promise<Usage> {
  const usage = (await (await fetch(`http://127.0.0.1:${port}/usage`)).json()) as Omit<Usage, 'statements'>
  return { ...usage, statements: 0 }
}
