import { randomBytes } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import {
  canEnter,
  type Identity,
  isRoot,
  serverIdentity,
} from '#app/platform/database/embedded/identity.server.ts'
import { folderProblem } from '#app/platform/database/embedded/lock.server.ts'
import { StartError } from '#app/platform/environment.server.ts'
import { log } from '#app/platform/log.server.ts'

export type Home = {
  /** Holds the database's files, its state and, where needed, a copy of the server. */
  folder: string
  /** Set when the application runs as root. */
  identity?: Identity
}

/**
 * Where the database of a data folder lies: in it, unless the server's user cannot enter there (the application runs
 * as root under a home that only root can enter). Then it lies in a folder of its own, and the data folder says where.
 */
export async function findHome(dataDir: string): Promise<Home> {
  const inside = path.join(dataDir, 'postgres')
  try {
    if (!isRoot()) return { folder: made(inside) }
    const pointer = path.join(dataDir, 'postgres.location')
    const elsewhere = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
    if (elsewhere && !existsSync(elsewhere)) {
      throw new StartError(
        `The database of ${dataDir} was in ${elsewhere}, which is missing: restore it from a backup`,
      )
    }
    const folder = elsewhere ?? inside
    const identity = ownerOf(folder) ?? serverIdentity()
    if (elsewhere) return { folder: realpathSync(elsewhere), identity }
    if (canEnter(dataDir, identity)) return { folder: made(inside, identity), identity }
    return { folder: await moveOut(inside, pointer, identity), identity }
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(folderProblem(dataDir, error))
  }
}

/** Files that an ordinary user made stay that user's. */
function ownerOf(folder: string): Identity | undefined {
  if (!existsSync(folder)) return undefined
  const { uid, gid } = statSync(folder)
  return uid === 0 ? undefined : { uid, gid }
}

function made(folder: string, identity?: Identity): string {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (identity) chownSync(folder, identity.uid, identity.gid)
  }
  return realpathSync(folder)
}

async function moveOut(inside: string, pointer: string, identity: Identity): Promise<string> {
  const parent = ['/var/lib', '/var/tmp'].find((each) => existsSync(each) && canEnter(each, identity))
  if (!parent) {
    throw new StartError(
      `The database cannot run in ${inside}, which only root can enter: set DATA_DIR elsewhere`,
    )
  }
  const folder = path.join(parent, `counterpart-${randomBytes(6).toString('hex')}`)
  made(folder, identity)
  if (existsSync(inside)) cpSync(inside, folder, { recursive: true, preserveTimestamps: true })
  if (existsSync(path.join(folder, 'data'))) giveAway(folder, identity)
  // The pointer last: until it stands, the files inside the data folder count.
  writeFileSync(pointer, `${folder}\n`)
  await rm(inside, { recursive: true, force: true })
  log.info({ folder }, 'only root can enter the data folder, so the database lies elsewhere')
  return folder
}

function giveAway(folder: string, { uid, gid }: Identity): void {
  for (const entry of readdirSync(folder, { recursive: true })) {
    const target = path.join(folder, String(entry))
    chownSync(target, uid, gid)
  }
}
