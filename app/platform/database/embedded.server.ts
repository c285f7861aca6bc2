import path from 'node:path'
import pg from 'pg'
import { findBinaries } from '#app/platform/database/embedded/binaries.server.ts'
import { dataOf, makeDurable, owner, prepareCluster } from '#app/platform/database/embedded/cluster.server.ts'
import { findHome, type Home } from '#app/platform/database/embedded/home.server.ts'
import {
  freePort,
  type Installation,
  launch,
  type Running,
} from '#app/platform/database/embedded/launch.server.ts'
import { folderProblem, lockFolder } from '#app/platform/database/embedded/lock.server.ts'
import {
  leftRunning,
  readPostmaster,
  stopPostmaster,
} from '#app/platform/database/embedded/postmaster.server.ts'
import { servesFolder } from '#app/platform/database/embedded/processes.server.ts'
import { readState, writeState } from '#app/platform/database/embedded/state.server.ts'
import { type Environment, StartError } from '#app/platform/environment.server.ts'

export type Embedded = {
  /** The owner's address. */
  url: string
  /** Fast shutdown; resolves once the server is gone. */
  stop(): Promise<void>
  /** Resolves when the server ends without having been told to; never when it was taken over from an earlier run. */
  ended: Promise<void>
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  // Short queries by many people: neither compiling nor spreading one over several processes pays.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
}

/** Starts PostgreSQL from the registry package in the data folder, or takes over the one that a killed run left. */
export async function startEmbedded(
  environment: Pick<Environment, 'dataDir' | 'secrets'>,
  overrides: Record<string, string> = {},
): Promise<Embedded> {
  const { dataDir } = environment
  const locks = [await lockFolder(dataDir)]
  const release = () => {
    for (const unlock of locks.splice(0)) unlock()
  }
  try {
    const home = await findHome(dataDir)
    // The database may lie outside the data folder, and the data folder may have been copied.
    if (path.relative(path.join(dataDir, 'postgres'), home.folder)) locks.push(await lockFolder(home.folder))
    return await startIn(home, environment, { ...settings, ...overrides }, release)
  } catch (error) {
    release()
    if (error instanceof StartError || !(error as NodeJS.ErrnoException).syscall) throw error
    throw new StartError(folderProblem(dataDir, error))
  }
}

/** The owner's address of the database that another process of this data folder runs at present. */
export async function runningEmbedded({
  dataDir,
  secrets,
}: Pick<Environment, 'dataDir' | 'secrets'>): Promise<string | undefined> {
  const data = dataOf(await findHome(dataDir))
  const postmaster = readPostmaster(data)
  const isRunning = postmaster?.isReady && servesFolder(postmaster.pid, data)
  return isRunning ? addressOf(postmaster.port, secrets.database) : undefined
}

const addressOf = (port: number, password: string): string =>
  `postgresql://${owner}:${encodeURIComponent(password)}@127.0.0.1:${port}/${owner}`

async function startIn(
  home: Home,
  { dataDir, secrets }: Pick<Environment, 'dataDir' | 'secrets'>,
  set: Record<string, string>,
  release: () => void,
): Promise<Embedded> {
  const binaries = findBinaries(home.folder, home.identity)
  await prepareCluster(home, binaries, secrets.database)
  const server = await run({ home, binaries, logFile: path.join(dataDir, 'postgres.log') }, set)
  const url = addressOf(server.port, secrets.database)
  await makeDatabase(home, url)
  if (set.fsync !== 'off') void makeDurable(home, binaries)
  let stopped: Promise<void> | undefined
  const stop = () => {
    server.expectEnd()
    stopped ??= stopPostmaster(dataOf(home), server.pid).then(release)
    return stopped
  }
  return { url, stop, ended: server.ended }
}

async function run(installation: Installation, set: Record<string, string>): Promise<Running> {
  const { home, binaries } = installation
  const data = dataOf(home)
  const state = readState(home)
  const wanted = JSON.stringify([binaries.version, set])
  const left = await leftRunning(data)
  if (left?.isReady && state.settings === wanted) {
    return { ...left, expectEnd: () => undefined, ended: new Promise(() => undefined) }
  }
  if (left) await stopPostmaster(data, left.pid)
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? state.port : undefined)
    writeState(home, { ...state, port, settings: wanted })
    try {
      return await launch(installation, { ...set, port: String(port) })
    } catch (error) {
      // Between our look at the port and the server's, somebody else can take it.
      if (attempt === 3 || !/could not (bind|create any TCP)/i.test((error as Error).message)) throw error
    }
  }
}

async function makeDatabase(home: Home, url: string): Promise<void> {
  const state = readState(home)
  if (state.hasDatabase) return
  const address = new URL(url)
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    await client.query(`create database ${owner}`)
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '42P04') throw error
  } finally {
    await client.end()
  }
  writeState(home, { ...state, hasDatabase: true })
}
