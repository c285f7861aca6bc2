import type { Actor } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import { isDownloadKnown } from '#app/domain/files/downloads.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { prisma, type Tx, transact } from '#app/platform/database/database.server.ts'
import { documentEvents } from '../events.ts'

interface Opened {
  id: string
  version: number
  title: string
  document: { id: string; organizationId: string; number: string }
}

export interface Reading {
  openCount: number
  firstOpenedAt: Date
  lastOpenedAt: Date
  downloadCount: number
  /** How long the text or a file of it stood in view, in milliseconds. */
  viewMilliseconds: number
}

const recorded = {
  openCount: true,
  firstOpenedAt: true,
  lastOpenedAt: true,
  downloadCount: true,
  viewMilliseconds: true,
} as const

/** Opening a page again within this time is the same opening. */
const sameOpening = 5 * 60_000

/**
 * Records that a customer's member opened a version that it was found to see; `known` is what was recorded before.
 * The first opening leaves an event, later ones are counted. Returns what is recorded now; null on the supplier's side.
 */
export async function recordOpening(
  actor: Actor,
  opened: Opened,
  known: Reading | null,
): Promise<Reading | null> {
  if (actor.side !== 'customer') return null
  const at = now()
  if (known && known.openCount > 0) {
    if (at.getTime() - known.lastOpenedAt.getTime() < sameOpening) return known
    return prisma.documentReading.update({
      where: { versionId_membershipId: { versionId: opened.id, membershipId: actor.membershipId } },
      data: { openCount: { increment: 1 }, lastOpenedAt: at },
      select: recorded,
    })
  }
  return transact(async (tx) => {
    const accountId = await firstOpening(tx, actor, opened, at)
    if (accountId) {
      const { document, version, title } = opened
      const subject = { ...document, accountId }
      const payload = { number: document.number, title, version, organization: actor.organizationName }
      await record(tx, actor, documentEvents.opened(subject, payload))
    }
    const { downloadCount = 0, viewMilliseconds = 0 } = known ?? {}
    return { openCount: 1, firstOpenedAt: at, lastOpenedAt: at, downloadCount, viewMilliseconds }
  })
}

/** The account through which the first opening happened; null when another page of the reader's was faster. */
async function firstOpening(
  tx: Tx,
  actor: Actor,
  { id, document }: Opened,
  at: Date,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ accountId: string }[]>`
    INSERT INTO document_reading (version_id, membership_id, document_id, account_id, first_opened_at, last_opened_at)
    SELECT ${id}::uuid, ${actor.membershipId}::uuid, ${document.id}::uuid, a.id, ${at}, ${at}
    FROM account a WHERE a.supplier_id = ${document.organizationId}::uuid AND a.customer_id = ${actor.organizationId}::uuid
    ON CONFLICT (version_id, membership_id) DO UPDATE
      SET open_count = 1, first_opened_at = excluded.first_opened_at, last_opened_at = excluded.last_opened_at
      WHERE document_reading.open_count = 0
    RETURNING account_id AS "accountId"`
  return rows[0]?.accountId ?? null
}

/** What is sent of a file: its name, and the first byte; null when nothing is. Without an id it is all of a version in one. */
interface Sent {
  id?: string
  name: string
  firstByte: number | null
}

/**
 * Records that somebody took a file of a version; of a customer's member it is counted in the reading evidence too.
 * Ranges behind the beginning belong to a download that was recorded within the hour; without one they are a download.
 */
export async function recordDownload(actor: Actor, opened: Opened, file: Sent): Promise<void> {
  const { firstByte } = file
  if (firstByte === null) return
  await transact(async (tx) => {
    const { document, version, title } = opened
    const download = { type: 'document.downloaded', subjectId: document.id }
    const named = { path: 'file', equals: file.name }
    if (firstByte > 0 && (await isDownloadKnown(tx, actor, { ...download, file: named }))) return
    const accountId = actor.side === 'customer' ? await countDownload(tx, actor, opened) : null
    if (accountId && file.id) await countFileDownload(tx, actor, opened, { fileId: file.id, accountId })
    const organization = actor.organizationName
    const payload = { number: document.number, title, version, organization, file: file.name }
    const side = actor.side === 'supplier' ? 'supplier' : null
    await record(tx, actor, documentEvents.downloaded({ ...document, accountId }, payload, side))
  })
}

async function countDownload(tx: Tx, actor: Actor, { id, document }: Opened): Promise<string | null> {
  const at = now()
  const rows = await tx.$queryRaw<{ accountId: string }[]>`
    INSERT INTO document_reading
      (version_id, membership_id, document_id, account_id, open_count, first_opened_at, last_opened_at, download_count)
    SELECT ${id}::uuid, ${actor.membershipId}::uuid, ${document.id}::uuid, a.id, 0, ${at}, ${at}, 1
    FROM account a WHERE a.supplier_id = ${document.organizationId}::uuid AND a.customer_id = ${actor.organizationId}::uuid
    ON CONFLICT (version_id, membership_id) DO UPDATE SET download_count = document_reading.download_count + 1
    RETURNING account_id AS "accountId"`
  return rows[0]?.accountId ?? null
}

async function countFileDownload(
  tx: Tx,
  { membershipId }: Actor,
  { id: versionId, document }: Opened,
  { fileId, accountId }: { fileId: string; accountId: string },
): Promise<void> {
  const lastDownloadedAt = now()
  await tx.documentFileReading.upsert({
    where: { versionId_membershipId_fileId: { versionId, membershipId, fileId } },
    create: {
      versionId,
      membershipId,
      fileId,
      documentId: document.id,
      accountId,
      downloadCount: 1,
      lastDownloadedAt,
    },
    update: { downloadCount: { increment: 1 }, lastDownloadedAt },
    select: { versionId: true },
  })
}
