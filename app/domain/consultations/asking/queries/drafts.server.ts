import type { Actor } from '#app/domain/access/actor.ts'
import { accountName } from '#app/domain/accounts/queries/accounts.server.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { visibleDrafts } from '../scope.server.ts'

/** For so long a draft that nobody touches is kept. */
export const draftDays = 90

const names = {
  select: { supplier: { select: { name: true } }, customer: { select: { name: true } } },
} as const

/** The actor's own drafts, the latest first. */
export async function listDrafts(actor: Actor, db: Database = prisma) {
  const rows = await db.consultationDraft.findMany({
    relationLoadStrategy: 'join',
    where: visibleDrafts(actor),
    select: {
      ...{ id: true, accountId: true, documentId: true, subject: true, body: true, updatedAt: true },
      account: names,
      document: { select: { kind: true, number: true } },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  return rows.map(({ account, document, subject, body, ...row }) => ({
    ...row,
    words: (subject || body).replace(/\s+/g, ' ').trim().slice(0, 120),
    accountName: accountName(actor, account),
    documentNumber: document && documentNumber(document.kind, document.number),
  }))
}
export type DraftRow = Awaited<ReturnType<typeof listDrafts>>[number]

/** What the actor had typed for this account and document. */
export async function findDraft(
  actor: Actor,
  accountId: string,
  documentId: string | null,
  db: Database = prisma,
): Promise<{ subject: string; body: string } | null> {
  return db.consultationDraft.findFirst({
    where: { AND: [{ accountId, documentId }, visibleDrafts(actor)] },
    select: { subject: true, body: true },
  })
}
