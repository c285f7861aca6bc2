import type { Actor } from '#app/domain/access/actor.ts'
import { nextNumber } from '#app/domain/access/numbers.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { recordCitations } from '../../citations/cite.server.ts'
import { contentOf } from '../../commands/content.ts'
import { moveVersion } from '../../commands/move-version.server.ts'
import { writeFiles } from '../../commands/write-files.server.ts'
import { writeReach } from '../../commands/write-reach.server.ts'
import { documentEvents } from '../../events.ts'
import { writeLines } from '../../parameters/commands/write-lines.server.ts'
import { type DocumentRecord, getDocument, namedVersion } from '../../queries/document.server.ts'
import { requireMarksDecided } from '../../redaction/queries/open.server.ts'
import { visibleDocuments } from '../../scope.server.ts'
import type { RowPlan } from '../import.ts'

export interface RowToWrite {
  importId: string
  line: number
  plan: RowPlan
  body: string
  fileIds: string[]
  /** Who checked the table: the documents are that person's. */
  author: { id: string; name: string }
}

/**
 * Writes one row as a whole, or nothing of it: the document or its next version, its files, parameters and audience, and that the row
 * is through. As whoever began the import; with a second person it is released at once.
 * @throws Conflict when it is not as it was when the table was checked; Invalid
 */
export async function writeRow(actor: Actor, row: RowToWrite): Promise<void> {
  await transact(async (tx) => {
    if (!(await isPlanned(tx, row))) return
    const { plan, author } = row
    const document = await documentOf(tx, actor, row)
    const newest = document.versions[0]?.version ?? null
    if (newest !== plan.base) throw new Conflict('imports:problem.changedSince')
    const at = now()
    const { organizationId } = document
    const number = plan.version ?? (newest ?? 0) + 1
    const says = contentOf({ ...plan.content, language: plan.content.language as 'en', body: row.body })
    const version = await tx.documentVersion.create({
      data: {
        ...{ documentId: document.id, organizationId, version: number, authorId: author.id },
        ...{ ...says, createdAt: at, updatedAt: at },
      },
      select: { id: true, documentId: true, version: true, title: true },
    })
    await writeFiles(tx, actor, version, { fileIds: row.fileIds, body: row.body })
    if (plan.parameters) await writeLines(tx, { ...version, organizationId }, plan.parameters)
    const payload = { ...namedVersion(document, version), author: author.name, isReleased: !plan.isDraft }
    await record(tx, actor, documentEvents.imported(document, payload, 'supplier'))
    if (plan.isDraft) await showDraft(tx, document.id, at)
    else await release(tx, actor, { document, version, row })
    const done = {
      state: 'imported',
      documentId: document.id,
      versionId: version.id,
      importedAt: now(),
    } as const
    await tx.documentImportRow.update({ where: whereOf(row), data: done })
  })
}

const whereOf = ({ importId, line }: RowToWrite) => ({ importId_line: { importId, line } })

/** Of two that try the same row, the second finds it through. */
async function isPlanned(tx: Tx, { importId, line }: RowToWrite): Promise<boolean> {
  const rows = await tx.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM document_import_row WHERE import_id = ${importId}::uuid AND line = ${line} FOR UPDATE`
  return rows[0]?.state === 'planned'
}

/** The document that the row means: the one that is there, or a new one under the number that it brings or the next one. */
async function documentOf(tx: Tx, actor: Actor, { plan, author }: RowToWrite): Promise<DocumentRecord> {
  const { organizationId } = actor
  const { kind, document: meant } = plan
  if (meant) {
    const found = await tx.document.findFirst({
      where: { AND: [visibleDocuments(actor), 'number' in meant ? { kind, number: meant.number } : meant] },
      select: { id: true },
    })
    if (found && plan.base === null) throw new Conflict('imports:problem.numberTaken')
    if (found) return getDocument(actor, found.id, tx)
  }
  if (plan.base !== null) throw new NotFound('imports:problem.gone')
  const { title, language } = plan.content
  const at = now()
  const { id } = await tx.document.create({
    data: {
      ...{ organizationId, kind, title, language, ownerId: author.id, createdAt: at, updatedAt: at },
      ...{ vdiClass: plan.reach.vdiClass, securityClass: plan.reach.securityClass },
      number: await numberOf(tx, organizationId, plan),
      formerNumber: meant && 'formerNumber' in meant ? meant.formerNumber : null,
    },
    select: { id: true },
  })
  await writeReach(tx, actor, id, plan.reach)
  return getDocument(actor, id, tx)
}

async function numberOf(tx: Tx, organizationId: string, { kind, document }: RowPlan): Promise<number> {
  if (!document || !('number' in document)) return nextNumber(tx, organizationId, kind)
  await tx.$executeRaw`SELECT app_keep_number(${organizationId}::uuid, ${kind}, ${document.number}::int)`
  return document.number
}

async function showDraft(tx: Tx, documentId: string, at: Date): Promise<void> {
  await tx.document.update({
    where: { id: documentId },
    data: { status: 'draft', updatedAt: at },
    select: { id: true },
  })
}

interface ToRelease {
  document: DocumentRecord
  version: { id: string; version: number; title: string }
  row: RowToWrite
}

/** Readers of a document that was in force before are told; of hundreds of new ones nobody is. */
async function release(tx: Tx, actor: Actor, { document, version, row }: ToRelease): Promise<void> {
  const { organizationId } = document
  await requireMarksDecided(tx, { documentId: document.id, organizationId, versionId: version.id })
  const inForce = document.versions.find((each) => each.status === 'released')
  if (inForce) await moveVersion(tx, inForce, { status: 'superseded' })
  const at = now()
  const released = {
    status: 'released',
    submittedAt: at,
    releasedAt: at,
    releasedById: actor.membershipId,
  } as const
  await tx.documentVersion.update({
    where: { id: version.id },
    data: { ...released, updatedAt: at },
    select: { id: true },
  })
  const { title, language, changeNote } = row.plan.content
  await tx.document.update({
    where: { id: document.id },
    data: {
      releasedVersionId: version.id,
      title,
      language,
      status: 'released',
      releasedAt: at,
      updatedAt: at,
    },
    select: { id: true },
  })
  const source = { versionId: version.id, documentId: document.id }
  await recordCitations(tx, actor, source, { organizationId, text: row.body })
  if (!inForce) return
  const named = { ...namedVersion(document, version), supersedes: inForce.version, changeNote }
  await record(tx, actor, documentEvents.released(document, named))
}
