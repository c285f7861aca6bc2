import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { dataOf, owner } from '#app/platform/database/embedded/cluster.server.ts'
import { findHome } from '#app/platform/database/embedded/home.server.ts'
import { readPostmaster } from '#app/platform/database/embedded/postmaster.server.ts'
import { startEmbedded } from '#app/platform/database/embedded.server.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { parseEnvironment } from '#app/platform/environment.server.ts'
import { fill } from '../data/fill.ts'
import { fingerprint, sizeOf } from '../data/plan.ts'

/** What is filled once; each run works on a copy. */
const filled = 'counterpart_bench'
/** The copy, on a server that is given; on the embedded one it is the database that the application opens there. */
const copied = 'counterpart_bench_run'

export interface BenchDatabase {
  dataDir: string
  /** Variables with which the application finds the copy. */
  variables: Record<string, string>
  /** The owner's address of the copy, while the application runs. */
  url(): Promise<string>
  /** Seconds; null when it was there already. */
  fillSeconds: number | null
}

interface Wanted {
  dataDir: string
  scale: number
  isFresh: boolean
  tell: (line: string) => void
}

export async function prepareDatabase(wanted: Wanted): Promise<BenchDatabase> {
  const { dataDir } = wanted
  mkdirSync(dataDir, { recursive: true })
  // Run by root, the server is another user, who has to get in.
  chmodSync(dataDir, 0o755)
  const given = process.env.DATABASE_URL
  if (given) {
    const fillSeconds = await prepareOn(given, copied, wanted)
    const url = withDatabase(given, copied)
    return { dataDir, fillSeconds, variables: { DATABASE_URL: url }, url: async () => url }
  }
  const environment = parseEnvironment({ DATA_DIR: dataDir })
  const server = await startEmbedded(environment)
  try {
    const fillSeconds = await prepareOn(server.url, owner, wanted)
    const url = async () => {
      const postmaster = readPostmaster(dataOf(await findHome(dataDir)))
      const address = new URL(server.url)
      address.port = String(postmaster?.port ?? '')
      return address.href
    }
    return { dataDir, fillSeconds, variables: {}, url }
  } finally {
    await server.stop()
  }
}

async function prepareOn(
  serverUrl: string,
  copy: string,
  { scale, isFresh, tell }: Wanted,
): Promise<number | null> {
  const wanted = await fingerprint(scale)
  const client = new pg.Client({ connectionString: withDatabase(serverUrl, 'postgres') })
  await client.connect()
  try {
    const started = performance.now()
    const isThere = !isFresh && (await contentOf(client)) === wanted
    if (!isThere) {
      await client.query(`drop database if exists ${filled} with (force)`)
      await client.query(`create database ${filled}`)
      const url = withDatabase(serverUrl, filled)
      await migrate(url)
      await fill(url, sizeOf(scale), tell)
      await client.query(`comment on database ${filled} is '${wanted}'`)
    }
    const fillSeconds = isThere ? null : (performance.now() - started) / 1000
    tell('copy for this run')
    await client.query(`drop database if exists ${copy} with (force)`)
    await client.query(`create database ${copy} template ${filled} strategy file_copy`)
    return fillSeconds
  } finally {
    await client.end()
  }
}

async function contentOf(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ content: string | null }>(
    "select shobj_description(oid, 'pg_database') as content from pg_database where datname = $1",
    [filled],
  )
  return rows[0]?.content ?? null
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

export const defaultFolder = () => path.join(process.env.DATA_DIR ?? './data', 'bench')
