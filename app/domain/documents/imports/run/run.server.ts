import { rm } from 'node:fs/promises'
import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { unscopedTakeFile } from '#app/domain/files/take.server.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { now } from '#app/platform/clock.server.ts'
import {
  isUniqueViolation,
  prisma,
  runAsActor,
  transact,
  unscopedPrisma,
} from '#app/platform/database/database.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { log } from '#app/platform/log.server.ts'
import { documentLimits } from '../../document.ts'
import { ImportJob } from '../check/check.server.ts'
import { placeOf, textOfFiles } from '../check/contents.server.ts'
import { importEvents } from '../events.ts'
import type { RowPlan } from '../import.ts'
import { announceProgress } from '../progress.server.ts'
import { type ImportSource, openSource } from '../source/source.server.ts'
import { readText, unpackFile } from '../source/take-file.server.ts'
import { unscopedReleaseSent } from './release-sent.server.ts'
import { writeRow } from './write-row.server.ts'

/** Pages hear of progress at most so often, in milliseconds. */
const pause = 1000

/**
 * The job that takes in what was checked, row after row, as whoever began it. What a process that died had written is there as a
 * whole; run again, it goes on with the row that comes next.
 */
export async function runImport(payload: unknown): Promise<void> {
  const { importId: id } = ImportJob.parse(payload)
  const found = await unscopedPrisma().documentImport.findUnique({
    where: { id },
    include: {
      createdBy: { select: { id: true, name: true } },
      files: {
        orderBy: { position: 'asc' },
        select: { file: { select: { key: true, name: true, size: true } } },
      },
    },
  })
  if (found?.status !== 'running' || !found.startedById) return
  const actor = await unscopedFindActor(found.startedById)
  if (!actor) return unscopedGiveUp(id)
  await runAsActor(actor.membershipId, async () => {
    const source = await openSource(found.files.map(({ file }) => file))
    try {
      await writeRows(actor, found, source)
    } finally {
      await source.close()
    }
    await finish(actor, found)
  })
  await unscopedReleaseSent(id)
}

interface Running {
  id: string
  organizationId: string
  name: string
  isWhole: boolean
  createdBy: { id: string; name: string }
}

async function writeRows(actor: Actor, found: Running, source: ImportSource): Promise<void> {
  const rows = await prisma.documentImportRow.findMany({
    where: { importId: found.id, state: 'planned' },
    select: { line: true, plan: true },
    orderBy: { line: 'asc' },
  })
  let told = 0
  for (const { line, plan } of rows) {
    await write(actor, { found, line, plan: plan as unknown as RowPlan }, source)
    if (performance.now() - told > pause) {
      told = performance.now()
      await announceProgress(found)
    }
  }
}

interface PlannedRow {
  found: Running
  line: number
  plan: RowPlan
}

async function write(actor: Actor, { found, line, plan }: PlannedRow, source: ImportSource): Promise<void> {
  try {
    const body = await bodyOf(plan, source)
    const fileIds = await takeFiles(actor, plan, source)
    await writeRow(actor, { importId: found.id, line, plan, body, fileIds, author: found.createdBy })
  } catch (error) {
    const reason = reasonOf(error)
    if (!reason)
      log.error({ err: error, importId: found.id, line }, 'a row of an import could not be written')
    await prisma.documentImportRow.updateMany({
      where: { importId: found.id, line, state: 'planned' },
      data: { state: 'failed', reason: reason ?? 'imports:problem.unexpected' },
    })
  }
}

function reasonOf(error: unknown): string | null {
  if (error instanceof DomainError) return encodeMessage(error.messageKey, error.values)
  // Another import, or a colleague, took the number in between.
  return isUniqueViolation(error) ? 'imports:problem.numberTaken' : null
}

class LostFile extends DomainError {
  readonly status = 409
}

async function bodyOf({ bodyPath, content, files }: RowPlan, source: ImportSource): Promise<string> {
  if (bodyPath === null)
    return textOfFiles(
      content.language,
      files.map(({ name }) => name),
    )
  const file = source.files.get(placeOf(bodyPath))
  const text = file ? await readText(file, bodyPath, documentLimits.body) : null
  if (typeof text !== 'string') throw new LostFile('imports:problem.fileMissing', { path: bodyPath })
  return text
}

/** Unpacks and stores the files of a row; what is stored for a row that fails is swept. */
async function takeFiles(actor: Actor, { files }: RowPlan, source: ImportSource): Promise<string[]> {
  const ids: string[] = []
  for (const planned of files) {
    const file = source.files.get(planned.path)
    const local = file ? await unpackFile(file, planned.path, true) : null
    if (!local || 'message' in local || local.sha256 !== planned.sha256)
      throw new LostFile('imports:problem.fileMissing', { path: planned.path })
    try {
      ids.push(await unscopedTakeFile(actor, local))
    } finally {
      await rm(local.local, { force: true })
    }
  }
  return ids
}

/** An import of all rows or none is taken back when one of them failed. */
async function finish(actor: Actor, { id, organizationId, name, isWhole }: Running): Promise<void> {
  const states = await prisma.documentImportRow.groupBy({
    by: ['state'],
    where: { importId: id },
    _count: true,
  })
  const count = (state: string) => states.find((each) => each.state === state)?._count ?? 0
  const counts = { imported: count('imported'), failed: count('failed') }
  const status = isWhole && counts.failed > 0 ? 'undoing' : 'done'
  await transact(async (tx) => {
    const { count: moved } = await tx.documentImport.updateMany({
      where: { id, status: 'running' },
      data: { status, finishedAt: now() },
    })
    if (moved !== 1) return
    await record(tx, actor, importEvents.finished({ id, organizationId }, { name, ...counts }, 'supplier'))
  })
}

/** Whoever began it may act no more: what is not through stays out. */
async function unscopedGiveUp(id: string): Promise<void> {
  await unscopedPrisma().documentImportRow.updateMany({
    where: { importId: id, state: 'planned' },
    data: { state: 'failed', reason: 'imports:refused.creatorGone' },
  })
  await unscopedPrisma().documentImport.update({ where: { id }, data: { status: 'done', finishedAt: now() } })
  await unscopedReleaseSent(id)
}
