// Writes the Prisma client. `prisma generate` needs no schema engine, but the command refuses to run
// without one and would download it: any existing file satisfies the check (app/decisions/003).
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'

const prismaPackage = createRequire(import.meta.url).resolve('prisma/package.json')
const command = path.join(path.dirname(prismaPackage), 'build', 'index.js')
const result = spawnSync(process.execPath, [command, 'generate', '--no-hints'], {
  cwd: path.resolve(import.meta.dirname, '..'),
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  encoding: 'utf8',
})
if (result.status !== 0) {
  process.stderr.write(`${result.stdout}${result.stderr}`)
  process.exit(result.status ?? 1)
}
