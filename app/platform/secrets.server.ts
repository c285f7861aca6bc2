import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { StartError } from '#app/platform/environment.server.ts'

const Secrets = z.object({
  /** Signs cookies. */
  cookie: z.string().min(32),
  /** Password of the embedded database. */
  database: z.string().min(32),
  /** API key that signs uploads when the files stay in the house. */
  upload: z.string().min(32),
})

export type Secrets = z.infer<typeof Secrets>

/** Reads the secrets of a data folder, and makes them when there are none. */
export function readSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  const found = read(file)
  if (found) return found
  const made: Secrets = { cookie: secret(), database: secret(), upload: secret() }
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
    // A link appears whole or not at all, and only once: of two processes that race, both use the first one's.
    linkSync(draft, file)
    return made
  } catch (error) {
    const winner = read(file)
    if (winner) return winner
    throw new StartError(`Data folder ${dataDir} is not writable: ${(error as Error).message}`)
  } finally {
    remove(draft)
  }
}

function read(file: string): Secrets | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw new StartError(`${file} cannot be read: ${(error as Error).message}`)
  }
  try {
    const secrets = Secrets.parse(JSON.parse(text))
    chmodSync(file, 0o600)
    return secrets
  } catch {
    throw new StartError(`${file} is damaged: restore it from a backup`)
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file)
  } catch {
    // It was never written.
  }
}

const secret = () => randomBytes(32).toString('base64url')
