import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { findOpenAccount, requireDocument } from '../../commands/named-in-question.server.ts'
import type { DraftInput } from '../forms.ts'
import { visibleDrafts } from '../scope.server.ts'

/**
 * Keeps what is typed into the form, for its author alone; what is empty is not kept. Nobody else can know of it, so it
 * leaves no event.
 */
export async function keepDraft(actor: Actor, input: DraftInput): Promise<void> {
  const { accountId, subject, body } = input
  const documentId = input.documentId ?? null
  const { membershipId } = actor
  await transact(async (tx) => {
    const account = await findOpenAccount(tx, actor, accountId)
    if (documentId) await requireDocument(tx, actor, documentId, account.supplierId)
    if (!subject.trim() && !body.trim()) {
      await tx.consultationDraft.deleteMany({ where: { membershipId, accountId, documentId } })
      return
    }
    await tx.$executeRaw`
      INSERT INTO consultation_draft (id, membership_id, account_id, document_id, subject, body, updated_at)
      SELECT ${uuidv7()}::uuid, ${membershipId}::uuid, ${accountId}::uuid, ${documentId}::uuid, ${subject}, ${body},
             ${now()}::timestamptz
      -- What arrives just after the question itself was sent is no draft any more.
      WHERE NOT EXISTS (
        SELECT 1 FROM consultation c
        WHERE c.account_id = ${accountId}::uuid AND ${membershipId}::uuid IN (c.asked_by_id, c.written_down_by_id)
          AND c.subject = btrim(${subject}) AND c.last_activity_at > ${now()}::timestamptz - interval '5 minutes'
          AND c.created_at > ${now()}::timestamptz - interval '5 minutes')
      ON CONFLICT (membership_id, account_id, document_id)
      DO UPDATE SET subject = EXCLUDED.subject, body = EXCLUDED.body, updated_at = EXCLUDED.updated_at`
  })
}

/** Throws an own draft away; one that is gone already is no matter. */
export async function removeDraft(actor: Actor, id: string): Promise<void> {
  await transact(async (tx) => {
    await tx.consultationDraft.deleteMany({ where: { AND: [{ id: requireId(id) }, visibleDrafts(actor)] } })
  })
}
