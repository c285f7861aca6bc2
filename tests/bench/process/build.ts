import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#app/platform/environment.server.ts'

const floorFolder = path.join('tests', 'bench', 'floor')
const floorBuild = path.join('build', 'bench-floor')
export const floorEntry = path.join(floorBuild, 'server', 'index.js')

/** Builds what is missing or older than its sources. */
export function buildBoth(): void {
  run([path.join('app', 'start.mjs'), '--build-only'])
  const stampFile = path.join(projectRoot(), floorBuild, 'stamp')
  const stamp = stampOfFloor()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const config = path.join(floorFolder, 'vite.config.ts')
  run([path.join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js'), 'vite:build', '--config', config])
  writeFileSync(stampFile, stamp)
}

function run(command: string[]): void {
  const { NODE_OPTIONS, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: projectRoot(),
    env: { ...env, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stdout}${stderr}`)
}

/** The floor has of the application how it sends and compresses. */
function stampOfFloor(): string {
  const hash = createHash('sha256')
  for (const folder of [floorFolder, path.join('app', 'platform', 'http')]) {
    const root = path.join(projectRoot(), folder)
    for (const name of readdirSync(root, { recursive: true }).map(String).sort()) {
      const file = path.join(root, name)
      if (statSync(file).isFile()) hash.update(name).update(readFileSync(file))
    }
  }
  hash.update(readFileSync(path.join(projectRoot(), 'package-lock.json')))
  return hash.digest('hex')
}
