// Starts the embedded database of a data folder in a process of its own, for the tests that kill such a process.
// Prints one line: the server's process id and its address, or the error.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { startEmbedded } from '#app/platform/database/embedded.server.ts'
import { parseEnvironment } from '#app/platform/environment.server.ts'

try {
  const environment = parseEnvironment(process.env)
  const { url, stop } = await startEmbedded(environment)
  const home = readHome(environment.dataDir)
  const pid = Number(readFileSync(path.join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  process.stdout.write(`${JSON.stringify({ url, pid, home })}\n`)
  process.once('SIGTERM', () => stop().then(() => process.exit(0)))
  setInterval(() => undefined, 1_000)
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: (error as Error).message })}\n`)
  process.exitCode = 1
}

function readHome(dataDir: string): string {
  try {
    return readFileSync(path.join(dataDir, 'postgres.location'), 'utf8').trim()
  } catch {
    return path.join(dataDir, 'postgres')
  }
}
