// npm run bench: fills a database, starts the built application over it and measures it beside a bare Remix page.
import os from 'node:os'
import { type Client, startClient } from './client/client.ts'
import { persons } from './data/plan.ts'
import { measureBesideExtraction } from './measure/extraction.ts'
import { type FirstLoad, firstLoad } from './measure/first-load.ts'
import { untilIdle } from './measure/jobs.ts'
import {
  floorName,
  measurePage,
  measurePosting,
  type Prepared,
  preparePage,
  type Visitor,
} from './measure/person.ts'
import { signIn } from './measure/session.ts'
import { findTargets } from './measure/targets.ts'
import { usageOf } from './measure/usage.ts'
import { type Options, readOptions } from './options.ts'
import { type Running, startApplication } from './process/application.ts'
import { buildBoth } from './process/build.ts'
import { type BenchDatabase, prepareDatabase } from './process/database.ts'
import { startFloor } from './process/floor.ts'
import { barsFor } from './report/bars.ts'
import type { BesideExtraction, Machine, PageResult, Result } from './report/result.ts'
import { textOf } from './report/table.ts'

process.env.LOG_LEVEL ??= 'warn'

/** Namespaces of messages whose files a page loads: those of its `handle.i18n`. */
const namespaces = {
  thread: ['common', 'consultations', 'citations', 'decisions', 'talk'],
  document: ['common', 'documents', 'sight', 'citations', 'subscriptions', 'translations'],
}

const tell = (line: string) => void process.stderr.write(`… ${line}\n`)

async function main(): Promise<void> {
  const options = readOptions()
  const machine = machineOf(options)
  if (!options.fillOnly) {
    tell('build')
    buildBoth()
  }
  tell('content')
  const database = await prepareDatabase({ ...options, tell })
  if (options.fillOnly) return tell(`filled in ${database.fillSeconds?.toFixed(0) ?? 0} s`)
  const { application, starts } = await startSeveralTimes(options, database)
  try {
    const measured = await measureAll(options, application, await database.url())
    const result: Result = { machine, fillSeconds: database.fillSeconds, starts, ...measured }
    const report = options.isJson
      ? `${JSON.stringify({ ...result, bars: barsFor(result) }, null, 2)}\n`
      : textOf(result)
    process.stdout.write(report)
    process.exitCode = barsFor(result).every(({ isMet }) => isMet) ? 0 : 1
  } finally {
    await application.stop()
  }
}

function machineOf({ scale, seconds }: Options): Machine {
  const [cpu] = os.cpus()
  return {
    ...{
      node: process.versions.node,
      platform: `${os.type()} ${os.arch()}`,
      cores: os.availableParallelism(),
    },
    ...{ processor: cpu?.model ?? '', memoryGb: Math.round(os.totalmem() / 1024 ** 3) },
    ...{ load: Math.round((os.loadavg()[0] ?? 0) * 10) / 10, scale, seconds },
  }
}

/** The last one stays. */
async function startSeveralTimes({ port, profile }: Options, database: BenchDatabase) {
  const starts: number[] = []
  for (let left = 3; ; left -= 1) {
    tell('start')
    const isLast = left === 1
    const application = await startApplication({ port, ...database, profile: isLast ? profile : null })
    starts.push(application.startMilliseconds)
    if (isLast) return { application, starts }
    await application.stop()
  }
}

async function measureAll(options: Options, application: Running, url: string) {
  const { port, seconds, dataDir } = options
  const atStart = (await usageOf(port)).memory
  const visitors = await Promise.all(options.persons.map((key) => visitorOf(key, port, url)))
  const prepared: Prepared[] = []
  for (const visitor of visitors) {
    for (const page of options.pages) prepared.push(await preparePage(visitor, page))
  }
  const firstLoads = await firstLoadsOf(visitors, options)
  const floorPages = Object.fromEntries(prepared.map((each) => [floorName(each), each.captured]))
  const floor = await startFloor(port + 1, dataDir, floorPages)
  const client = startClient()
  const pages: PageResult[] = []
  let most = atStart
  const watched = async (work: Promise<PageResult>) => {
    pages.push(await work)
    most = Math.max(most, (await usageOf(application.port)).memory)
  }
  try {
    const setting = { client, floorPort: floor.port, seconds }
    for (const each of prepared) {
      tell(`${each.page}, ${each.visitor.label}`)
      await watched(measurePage(each, setting))
    }
    let jobsLeft = 0
    for (const visitor of options.measuresPosting ? visitors : []) {
      tell(`posting, ${visitor.label}`)
      await watched(measurePosting(visitor, setting))
      jobsLeft = await untilIdle(url)
    }
    const besideExtraction = await besideExtractionOf(visitors, options, { client, url })
    const afterwards = (await usageOf(port)).memory
    const memory = { atStart, most: Math.max(most, afterwards), afterwards }
    return { pages, firstLoads, besideExtraction, jobsLeft, memory }
  } finally {
    client.stop()
    await floor.stop()
  }
}

async function visitorOf(key: keyof typeof persons, port: number, url: string): Promise<Visitor> {
  const { email, label } = persons[key]
  return { label, site: await signIn(port, email), targets: await findTargets(url, key) }
}

async function besideExtractionOf(
  [visitor]: Visitor[],
  { measuresExtraction, seconds, dataDir }: Options,
  running: { client: Client; url: string },
): Promise<BesideExtraction | null> {
  if (!visitor || !measuresExtraction) return null
  tell('a document while PDFs are read')
  return measureBesideExtraction(visitor, { ...running, seconds, dataDir })
}

async function firstLoadsOf(visitors: Visitor[], { pages }: Options): Promise<Record<string, FirstLoad>> {
  const loads: Record<string, FirstLoad> = {}
  const [visitor] = visitors
  for (const page of ['thread', 'document'] as const) {
    const path = visitor?.targets.pages[page][0]
    if (visitor && path && pages.includes(page))
      loads[page] = await firstLoad(visitor.site, path, namespaces[page])
  }
  return loads
}

await main()
