import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { maxFileNameLength, maxFileSize } from '#app/domain/files/file.ts'
import { isExecutableName, recognise } from '#app/domain/files/recognise.server.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { PlannedFile } from '../import.ts'
import type { SourceFile } from './source.server.ts'

export interface LocalFile extends PlannedFile {
  local: string
}

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1)

/**
 * Unpacks a file beside the storage, recognises it and takes its hash; `keep` decides whether it stays there for the caller, who
 * removes it then. A message instead says why it is not taken.
 */
export async function unpackFile(
  file: SourceFile,
  at: string,
  keep: boolean,
): Promise<LocalFile | { message: string }> {
  const name = nameOf(at)
  const refuse = (key: string) => ({ message: encodeMessage(key, { path: at.slice(0, 200) }) })
  if (file.size > maxFileSize) return refuse('imports:problem.fileTooLarge')
  if (name.length > maxFileNameLength) return refuse('imports:problem.fileName')
  if (isExecutableName(name)) return refuse('imports:problem.fileExecutable')
  const folder = path.join(environment().dataDir, 'imports')
  const local = path.join(folder, crypto.randomUUID())
  await mkdir(folder, { recursive: true })
  const hash = createHash('sha256')
  try {
    const source = await file.open()
    source.on('data', (chunk: Buffer) => hash.update(chunk))
    await pipeline(source, createWriteStream(local))
    const recognised = await recognise(local, name)
    if ('refused' in recognised) {
      await rm(local, { force: true })
      return refuse(
        recognised.refused === 'mismatch' ? 'imports:problem.fileMismatch' : 'imports:problem.fileExecutable',
      )
    }
    return {
      ...{ path: at, name, size: file.size, type: recognised.type, local },
      sha256: hash.digest('hex'),
    }
  } catch (error) {
    await rm(local, { force: true })
    if (isDamage(error)) return refuse('imports:problem.fileDamaged')
    throw error
  } finally {
    if (!keep) await rm(local, { force: true })
  }
}

/** What is wrong with the ZIP file itself, and not with our disk. */
const isDamage = (error: unknown) =>
  error instanceof Error && (error.name === 'ZipRefused' || !('syscall' in error))

/**
 * The text of a file in UTF-8; a message instead says why it is none.
 */
export async function readText(
  file: SourceFile,
  at: string,
  most: number,
): Promise<string | { message: string }> {
  const refuse = (key: string) => ({ message: encodeMessage(key, { path: at.slice(0, 200) }) })
  // No letter takes more than four bytes.
  if (file.size > most * 4) return refuse('imports:problem.textTooLong')
  try {
    const bytes = await buffer(await file.open())
    const text = new TextDecoder('utf-8', { fatal: true })
      .decode(bytes)
      .replaceAll('\0', '')
      .replace(/\r\n?/g, '\n')
    return text.length > most ? refuse('imports:problem.textTooLong') : text
  } catch (error) {
    if (error instanceof TypeError) return refuse('imports:problem.textEncoding')
    if (isDamage(error)) return refuse('imports:problem.fileDamaged')
    throw error
  }
}
