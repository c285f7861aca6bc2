import { z } from 'zod'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type Extracted, extractBeside } from '#app/platform/extract/beside.server.ts'
import { extractLimits, Unreadable } from '#app/platform/extract/pages.ts'
import { readableKindOf } from '#app/platform/extract/readable.server.ts'
import { localCopy } from '#app/platform/storage.server.ts'
import { guessLanguage } from '../language.ts'
import { mostAttempts, type TextReason } from '../text.ts'

const Payload = z.object({ fileId: z.uuid() })

/** Pages that are written in one statement. */
const batch = 100

/**
 * The job that takes the words out of an attached file. Done twice, the second time finds them there. What the file is
 * to blame for is final and said; anything else is tried again.
 */
export async function extractFileText(payload: unknown): Promise<void> {
  const { fileId } = Payload.parse(payload)
  const text = await unscopedPrisma().fileText.findUnique({
    where: { fileId },
    select: {
      state: true,
      attempts: true,
      file: { select: { key: true, name: true, type: true, size: true } },
    },
  })
  if (text?.state !== 'queued') return
  const { key, name, type, size } = text.file
  if (!readableKindOf({ name, type })) return refuse(fileId, 'unsupported')
  if (size > extractLimits.size) return refuse(fileId, 'tooLarge')
  const copy = await localCopy(key)
  try {
    await keep(fileId, await extractBeside({ path: copy.path, type, name }))
  } catch (error) {
    if (error instanceof Unreadable) return refuse(fileId, error.reason)
    await countFailure(fileId)
    throw error
  } finally {
    await copy.release()
  }
}

async function refuse(fileId: string, reason: TextReason): Promise<void> {
  await unscopedPrisma().fileText.update({
    where: { fileId },
    data: { state: 'refused', reason, extractedAt: now() },
  })
}

/** The last failure is told; the job's own attempts are more than these, so that it is not given up before. */
async function countFailure(fileId: string): Promise<void> {
  const { attempts } = await unscopedPrisma().fileText.update({
    where: { fileId },
    data: { attempts: { increment: 1 } },
    select: { attempts: true },
  })
  if (attempts < mostAttempts) return
  await unscopedPrisma().fileText.update({
    where: { fileId },
    data: { state: 'failed', reason: 'crashed' satisfies TextReason, extractedAt: now() },
  })
}

async function keep(fileId: string, { pages, pageCount, isTruncated }: Extracted): Promise<void> {
  const rows = pages.map(({ page, text }) => ({ fileId, page, text, language: guessLanguage(text) }))
  await unscopedPrisma().$transaction(
    async (tx) => {
      await tx.fileTextPage.deleteMany({ where: { fileId } })
      for (let from = 0; from < rows.length; from += batch)
        await tx.fileTextPage.createMany({ data: rows.slice(from, from + batch) })
      await tx.$executeRaw`SELECT app_index_file_text(${fileId}::uuid)`
      await tx.fileText.update({
        where: { fileId },
        data: {
          ...{ state: 'done', reason: '', pageCount, isTruncated },
          language: guessLanguage(pages.map(({ text }) => text.slice(0, 500)).join('\n')),
          extractedAt: now(),
        },
      })
    },
    { timeout: 120_000 },
  )
}

/** The timer behind the trigger: queues what waits, for instance files that were there before texts were taken out. */
export async function queueWaitingTexts(): Promise<void> {
  await unscopedPrisma().$executeRaw`
    SELECT app_queue_file_text(file_id)
    FROM (SELECT file_id FROM file_text WHERE state = 'queued' ORDER BY created_at, file_id LIMIT 500) AS waiting`
}
