import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { StartError } from '#app/platform/environment.server.ts'

/** The user that the server runs as when the application runs as root: PostgreSQL refuses to run as root. */
export type Identity = { uid: number; gid: number }

export const isRoot = () => process.getuid?.() === 0

/** The user `postgres`, made when the machine has none. */
export function serverIdentity(): Identity {
  const found = userNamed('postgres') ?? makeUser() ?? userNamed('nobody')
  if (!found)
    throw new StartError('PostgreSQL does not run as root, and no user named postgres could be made')
  return found
}

function makeUser(): Identity | undefined {
  const commands: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--shell', '/bin/false', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ]
  for (const [command, parameters] of commands) {
    try {
      execFileSync(command, parameters, { stdio: 'ignore' })
      return userNamed('postgres')
    } catch {
      // The next one: not every system has both.
    }
  }
  return undefined
}

function userNamed(name: string): Identity | undefined {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
  } catch {
    return undefined
  }
}

/** Whether a user can enter the folder: each folder on the way has to let the user through. */
export function canEnter(folder: string, { uid, gid }: Identity): boolean {
  const target = realpathSync(folder)
  const parts = target
    .split(path.sep)
    .map((_, index, all) => all.slice(0, index + 1).join(path.sep) || path.sep)
  return parts.every((part) => {
    const stat = statSync(part)
    if (stat.uid === uid) return (stat.mode & 0o100) !== 0
    if (stat.gid === gid) return (stat.mode & 0o010) !== 0
    return (stat.mode & 0o001) !== 0
  })
}
