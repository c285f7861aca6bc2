import { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { prisma, runAsActor, transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { importEvents } from '../events.ts'
import { announceProgress } from '../progress.server.ts'
import { unscopedReleaseSent } from '../run/release-sent.server.ts'
import { ImportRefused, openSource } from '../source/source.server.ts'
import { readTable } from '../source/table.server.ts'
import { type CheckedRow, checkRows } from './check-rows.server.ts'
import { readVocabulary } from './vocabulary.server.ts'

export const ImportJob = z.object({ importId: z.uuid() })

/** Rows that are written in one statement. */
const batch = 100

/** The job of the dry run, as whoever sent the table. Run again, it begins anew: nothing but its own rows is written. */
export async function checkImport(payload: unknown): Promise<void> {
  const { importId } = ImportJob.parse(payload)
  const found = await unscopedPrisma().documentImport.findUnique({
    where: { id: importId },
    select: {
      id: true,
      organizationId: true,
      name: true,
      status: true,
      isReleased: true,
      createdById: true,
      files: {
        orderBy: { position: 'asc' },
        select: { file: { select: { key: true, name: true, size: true } } },
      },
    },
  })
  if (found?.status !== 'waiting') return
  const actor = await unscopedFindActor(found.createdById)
  if (!actor) return refuse(null, found, 'imports:refused.creatorGone')
  await runAsActor(actor.membershipId, async () => {
    try {
      await check(actor, found)
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error
      await refuse(actor, found, error.encoded)
    }
  })
}

interface Found {
  id: string
  organizationId: string
  name: string
  isReleased: boolean
}

type Sent = Found & { files: { file: Parameters<typeof openSource>[0][number] }[] }

async function check(actor: Actor, found: Sent): Promise<void> {
  const source = await openSource(found.files.map(({ file }) => file))
  try {
    const vocabulary = await readVocabulary(actor, prisma)
    const table = await readTable(source.table, vocabulary)
    await prisma.documentImportRow.deleteMany({ where: { importId: found.id } })
    const counts = { planned: 0, refused: 0 }
    let waiting: CheckedRow[] = []
    const write = async () => {
      await prisma.documentImportRow.createMany({ data: waiting.map((row) => rowOf(found, row)) })
      waiting = []
      await announceProgress(found)
    }
    for await (const row of checkRows(
      actor,
      { table, source, vocabulary, isReleased: found.isReleased },
      prisma,
    )) {
      waiting.push(row)
      if (row.outcome === 'refused') counts.refused += 1
      else if (row.outcome !== 'unchanged') counts.planned += 1
      if (waiting.length === batch) await write()
    }
    await write()
    await finish(actor, found, counts)
  } finally {
    await source.close()
  }
}

function rowOf({ id, organizationId }: Found, row: CheckedRow): Prisma.DocumentImportRowCreateManyInput {
  const { plan, outcome, problems, notes } = row
  const isPlanned = outcome === 'new' || outcome === 'version'
  return {
    ...{ importId: id, organizationId, line: row.line, outcome, number: row.number, title: row.title },
    problems: problems as unknown as Prisma.InputJsonArray,
    notes: notes as unknown as Prisma.InputJsonArray,
    plan: plan ? (plan as unknown as Prisma.InputJsonObject) : undefined,
    state: isPlanned ? 'planned' : 'skipped',
  }
}

async function finish(
  actor: Actor,
  { id, organizationId, name, isReleased }: Found,
  counts: { planned: number; refused: number },
) {
  await transact(async (tx) => {
    await tx.documentImport.update({ where: { id, status: 'waiting' }, data: { status: 'checked' } })
    await record(
      tx,
      actor,
      importEvents.checked({ id, organizationId }, { name, isReleased, ...counts }, 'supplier'),
    )
  })
}

async function refuse(actor: Actor | null, { id }: Found, problem: string): Promise<void> {
  const db = actor ? prisma : unscopedPrisma()
  await db.documentImport.update({ where: { id, status: 'waiting' }, data: { status: 'refused', problem } })
  await unscopedReleaseSent(id)
  if (actor) await announceProgress({ id, organizationId: actor.organizationId })
}
