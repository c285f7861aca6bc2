import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { environment } from './environment.server.ts'

/** First and last byte, both included. */
export interface ByteRange {
  start: number
  end: number
}

let present: Promise<Disk> | undefined

/** The disk that the configuration names. The S3 client is loaded only where it is used. */
function disk(): Promise<Disk> {
  present ??= open()
  return present
}

/** For tests: forgets the disk, so that the next use reads the configuration again. */
export function resetStorage(): void {
  present = undefined
}

async function open(): Promise<Disk> {
  const { storage } = environment()
  if (storage.kind === 'file')
    return new Disk(new FSDriver({ location: storage.folder, visibility: 'private' }))
  const { S3Driver } = await import('flydrive/drivers/s3')
  const { bucket, region, endpoint } = storage
  // Credentials come from the usual places of AWS: variables, profile, instance role.
  return new Disk(
    new S3Driver({
      bucket,
      region,
      endpoint,
      forcePathStyle: Boolean(endpoint),
      visibility: 'private',
      supportsACL: false,
    }),
  )
}

/** Takes a complete local file into the storage under a key: all of it or nothing. The local file is gone afterwards. */
export async function storeFile(localPath: string, key: string): Promise<void> {
  const { storage } = environment()
  if (storage.kind === 'file') return moveInto(localPath, path.join(storage.folder, key))
  const target = await disk()
  await target.putStream(key, createReadStream(localPath))
  await rm(localPath, { force: true })
}

/** A rename is atomic; across file systems a copy beside the target is renamed. */
async function moveInto(localPath: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  try {
    await rename(localPath, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    const copy = `${target}.copy`
    await copyFile(localPath, copy)
    await rename(copy, target)
    await rm(localPath, { force: true })
  }
}

/**
 * The bytes of a stored file, or of a part of it. A file that is not there fails here: an error that a stream tells
 * before anybody listens to it would end the process.
 */
export async function readStored(key: string, range?: ByteRange): Promise<Readable> {
  const { storage } = environment()
  if (storage.kind === 'file') return openLocal(path.join(storage.folder, key), range)
  const source = await disk()
  if (!range) return source.getStream(key)
  const url = await source.getSignedUrl(key, { expiresIn: '5 minutes' })
  const response = await fetch(url, { headers: { Range: `bytes=${range.start}-${range.end}` } })
  if (!response.ok || !response.body)
    throw new Error(`the storage answered ${response.status} for a part of a file`)
  return Readable.fromWeb(response.body as import('node:stream/web').ReadableStream)
}

async function openLocal(file: string, range?: ByteRange): Promise<Readable> {
  const stream = createReadStream(file, range)
  await once(stream, 'open')
  return stream
}

/** A stored file as a local one, for whoever needs a path: itself, or a copy that `release` removes. */
export async function localCopy(key: string): Promise<{ path: string; release(): Promise<void> }> {
  const { storage, dataDir } = environment()
  if (storage.kind === 'file') return { path: path.join(storage.folder, key), release: async () => undefined }
  const folder = path.join(dataDir, 'copies')
  const copy = path.join(folder, crypto.randomUUID())
  const release = () => rm(copy, { force: true })
  await mkdir(folder, { recursive: true })
  try {
    await pipeline(await readStored(key), createWriteStream(copy))
  } catch (error) {
    await release()
    throw error
  }
  return { path: copy, release }
}

export async function isStored(key: string): Promise<boolean> {
  return (await disk()).exists(key)
}

export async function sizeOfStored(key: string): Promise<number> {
  return (await (await disk()).getMetaData(key)).contentLength
}

export async function removeStored(key: string): Promise<void> {
  await (await disk()).delete(key)
}
