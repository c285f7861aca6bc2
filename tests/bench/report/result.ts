import type { Measured } from '../client/load.ts'
import type { FirstLoad } from '../measure/first-load.ts'
import type { Rates } from '../measure/rates.ts'

export interface PageResult {
  person: string
  page: string
  own: Rates
  floor: Rates
  statements: number | null
  elements: number | null
}

export interface Machine {
  node: string
  platform: string
  cores: number
  processor: string
  memoryGb: number
  /** Of the system over the last minute, before the measurement: other work makes figures smaller. */
  load: number
  scale: number
  seconds: number
}

/** A document's page while the job takes the words out of long PDFs. */
export interface BesideExtraction {
  /** Of such a PDF, and how long the job takes for it. */
  pages: number
  fileSeconds: number
  alone: Measured
  beside: Measured
}

export interface Result {
  machine: Machine
  fillSeconds: number | null
  /** Milliseconds from the start of the process to its first answer, of several starts. */
  starts: number[]
  pages: PageResult[]
  firstLoads: Record<string, FirstLoad>
  besideExtraction: BesideExtraction | null
  /** Bytes: resident after the start, and the most that was seen. */
  memory: { atStart: number; most: number; afterwards: number }
  jobsLeft: number
}
