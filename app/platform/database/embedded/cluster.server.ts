import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Binaries } from '#app/platform/database/embedded/binaries.server.ts'
import type { Home } from '#app/platform/database/embedded/home.server.ts'
import { serverVariables } from '#app/platform/database/embedded/processes.server.ts'
import { readState, writeState } from '#app/platform/database/embedded/state.server.ts'
import { StartError } from '#app/platform/environment.server.ts'
import { log } from '#app/platform/log.server.ts'

export const owner = 'counterpart'

export const dataOf = (home: Home) => path.join(home.folder, 'data')

/** Makes the database's files when there are none. Beside and renamed: an interrupted one is thrown away. */
export async function prepareCluster(home: Home, binaries: Binaries, password: string): Promise<void> {
  const data = dataOf(home)
  removeDrafts(home)
  if (existsSync(data)) return refuseOtherVersion(data, binaries)
  // A name of its own: what a killed run began may still be written to.
  const draft = path.join(home.folder, `new-${randomBytes(4).toString('hex')}`)
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (home.identity) chownSync(passwordFile, home.identity.uid, home.identity.gid)
  try {
    await initialize(home, binaries, draft, passwordFile)
    renameSync(draft, data)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/**
 * Sees to it that the new files outlast a power cut. It takes long while the disk is busy, so it is done while the
 * server works already; until then a power cut, unlike the end of any process, could cost the whole new database.
 */
export async function makeDurable(home: Home, binaries: Binaries): Promise<void> {
  if (readState(home).isDurable) return
  try {
    const { code, output } = await run(home, binaries.initdb, [`--pgdata=${dataOf(home)}`, '--sync-only'])
    if (code !== 0) throw new Error(output)
    writeState(home, { ...readState(home), isDurable: true })
  } catch (error) {
    log.warn({ err: error }, 'the new database could not be synchronised with the disk')
  }
}

function removeDrafts(home: Home): void {
  for (const name of readdirSync(home.folder)) {
    if (!name.startsWith('new-')) continue
    try {
      rmSync(path.join(home.folder, name), { recursive: true, force: true })
    } catch {
      // Still being written to by what a killed run began: the next start removes it.
    }
  }
}

function refuseOtherVersion(data: string, binaries: Binaries): void {
  const present = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  const wanted = binaries.version.split('.')[0]
  if (present === wanted) return
  throw new StartError(
    `${data} belongs to PostgreSQL ${present}, but ${wanted} is installed: dump and restore it`,
  )
}

async function initialize(home: Home, binaries: Binaries, data: string, passwordFile: string): Promise<void> {
  let output = ''
  // Character classes come from the machine's library (words of any script, for search); order is the server's own.
  for (const characters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    rmSync(data, { recursive: true, force: true })
    const result = await run(home, binaries.initdb, [
      `--pgdata=${data}`,
      `--username=${owner}`,
      `--pwfile=${passwordFile}`,
      '--no-sync',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      `--lc-ctype=${characters}`,
    ])
    if (result.code === 0) return
    output = result.output
    if (!/invalid locale name|locale name .* is not/i.test(output)) break
  }
  rmSync(data, { recursive: true, force: true })
  if (/no space left/i.test(output)) throw new StartError(`The disk of ${home.folder} is full`)
  const reason =
    output.split('\n').find((line) => /error:|fatal:/i.test(line)) ?? output.trim().split('\n').at(-1)
  throw new StartError(`The embedded database cannot be made: ${reason}`)
}

function run(
  home: Home,
  command: string,
  parameters: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      ...home.identity,
      cwd: home.folder,
      env: serverVariables,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
