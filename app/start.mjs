// npm start (and npm run build). Needs nothing but Node until the packages are there: builds when the build is missing or older than its
// sources, and hands over to app/server.ts as it was built.
import { spawnSync } from 'node:child_process'
import cluster from 'node:cluster'
import { createHash } from 'node:crypto'
import * as files from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import v8 from 'node:v8'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const build = path.join(root, 'build')
const entry = path.join(build, 'server', 'index.js')
const stampFile = path.join(build, 'stamp.json')
const sources = ['app', 'emails', 'prisma', 'public', 'package-lock.json', 'vite.config.ts', 'tsconfig.json']
const generated = path.join('app', 'platform', 'database', 'client')

if (cluster.isPrimary) {
  requireNode(20, 19)
  if (!files.existsSync(path.join(root, 'node_modules', '@remix-run', 'node'))) {
    fail('The packages are not installed: run npm ci first')
  }
  await buildWhenOlder()
  if (process.argv.includes('--build-only')) process.exit()
}
// React must run for production unless somebody says otherwise; what else production means is the person's to say.
if (!process.env.NODE_ENV) {
  process.env.NODE_ENV = 'production'
  process.env.NODE_ENV_ASSUMED = 'yes'
}
// Node 22 and newer keep what they compiled.
if ('enableCompileCache' in module)
  /** @type {{ enableCompileCache(): void }} */ (module).enableCompileCache()
// On a machine with much memory V8 lets garbage pile up to several times of what is in use. Collecting when a fifth has
// been added keeps a process under load at half of that, for 3 % of its time.
v8.setFlagsFromString('--heap-growing-percent=20')
v8.setFlagsFromString('--max-semi-space-size=8')
const { start } = await import(pathToFileURL(entry).href)
await start()

/** @param {number} major @param {number} minor */
function requireNode(major, minor) {
  const [present = 0, presentMinor = 0] = process.versions.node.split('.').map(Number)
  if (present > major || (present === major && presentMinor >= minor)) return
  fail(`This is Node ${process.versions.node}, and Counterpart needs ${major}.${minor} or newer`)
}

async function buildWhenOlder() {
  const present = stampOfSources()
  if (isCurrent(present)) return
  if (!files.existsSync(path.join(root, 'node_modules', '@remix-run', 'dev'))) {
    fail('The build is older than its sources, and what builds it is not installed: run npm ci first')
  }
  const unlock = await lock()
  try {
    // Another copy may have built while this one waited.
    if (isCurrent(present)) return
    process.stdout.write('Building, because the build is missing or older than its sources …\n')
    files.rmSync(stampFile, { force: true })
    // tests/check.mjs has just done so, and reads the client while it builds.
    if (!process.env.CLIENT_IS_GENERATED) run(path.join('prisma', 'generate.mjs'))
    run(path.join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js'), 'vite:build')
    writeStamp({ ...present, content: contentOfSources() })
  } finally {
    unlock()
  }
}

/** @param {string} script @param {string[]} parameters */
function run(script, ...parameters) {
  const { NODE_OPTIONS, ...env } = process.env
  const result = spawnSync(process.execPath, [path.join(root, script), ...parameters], {
    cwd: root,
    env: { ...env, ...(NODE_OPTIONS && { NODE_OPTIONS }), NODE_ENV: 'production' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.status === 0) return
  const told = `${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n')
  process.stderr.write(
    `${told
      .slice(
        Math.max(
          0,
          told.findIndex((line) => line.includes('failed')),
        ),
      )
      .slice(0, 30)
      .join('\n')}\n`,
  )
  fail(`The build failed (${script})`)
}

/** The times decide; where they differ, as after a copy or a checkout, the content does. */
/** @param {{ times: string }} present */
function isCurrent(present) {
  if (!files.existsSync(entry)) return false
  try {
    const stamp = JSON.parse(files.readFileSync(stampFile, 'utf8'))
    if (stamp.times === present.times) return true
    const content = contentOfSources()
    if (stamp.content !== content) return false
    writeStamp({ ...present, content })
    return true
  } catch {
    return false
  }
}

/** @param {object} stamp */
function writeStamp(stamp) {
  try {
    files.writeFileSync(stampFile, JSON.stringify(stamp))
  } catch {
    // Built by somebody else, for instance by root: then it is compared by content each time.
  }
}

function stampOfSources() {
  const hash = createHash('sha256')
  for (const file of listSources()) {
    const { mtimeMs, size } = files.statSync(path.join(root, file))
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return { times: hash.digest('hex') }
}

function contentOfSources() {
  const hash = createHash('sha256')
  for (const file of listSources()) hash.update(file).update(files.readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** @returns {string[]} */
function listSources() {
  return sources
    .filter((name) => files.existsSync(path.join(root, name)))
    .flatMap(below)
    .sort()
}

/** @param {string} name @returns {string[]} */
function below(name) {
  if (name === generated) return []
  if (!files.statSync(path.join(root, name)).isDirectory()) return [name]
  return files.readdirSync(path.join(root, name)).flatMap((each) => below(path.join(name, each)))
}

/** Two copies that start at once build one after the other. */
async function lock() {
  const folder = path.join(root, 'build.lock')
  const owner = path.join(folder, 'pid')
  let isHeld = false
  const unlock = () => {
    if (isHeld) files.rmSync(folder, { recursive: true, force: true })
    isHeld = false
  }
  process.once('exit', unlock)
  for (;;) {
    try {
      files.mkdirSync(folder)
      isHeld = true
      files.writeFileSync(owner, String(process.pid))
      return unlock
    } catch (error) {
      const { code, message } = /** @type {NodeJS.ErrnoException} */ (error)
      if (code !== 'EEXIST') fail(`The application cannot be built in ${root}: ${message}`)
    }
    if (isAlive(owner)) await wait(300)
    else files.rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} owner */
function isAlive(owner) {
  try {
    // Just made, its owner is not written yet.
    if (!files.existsSync(owner)) return Date.now() - files.statSync(path.dirname(owner)).mtimeMs < 2000
    process.kill(Number(files.readFileSync(owner, 'utf8')), 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} message @returns {never} */
function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
