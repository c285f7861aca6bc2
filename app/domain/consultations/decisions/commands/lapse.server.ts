import { documentEvents } from '#app/domain/documents/events.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import type { Reaction } from '#app/domain/events/on-event.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { consultationEvents } from '../../events.ts'
import { namedConsultation } from '../../queries/consultation.server.ts'
import type { LapseReason } from '../decision.ts'

interface Accepted {
  id: string
  accountId: string
  organizationId: string
  number: number
  subject: string
  messageId: string
}

/** The job: opens again what was accepted with a last day that is over at the supplier. */
export async function reopenExpired(): Promise<void> {
  const expired = await unscopedPrisma().$queryRaw<Accepted[]>`
    SELECT c.id, c.account_id AS "accountId", c.organization_id AS "organizationId", c.number, c.subject,
           d.message_id AS "messageId"
    FROM consultation_decision d
    JOIN consultation c ON c.id = d.consultation_id AND c.accepted_message_id = d.message_id
    JOIN account a ON a.id = c.account_id AND a.closed_at IS NULL
    JOIN organization o ON o.id = c.organization_id
    WHERE d.valid_until < (${now()}::timestamptz AT TIME ZONE o.time_zone)::date
      AND NOT EXISTS (SELECT FROM consultation_decision later
                      WHERE later.consultation_id = d.consultation_id AND later.id > d.id)
    ORDER BY c.id`
  for (const each of expired) await lapse(each, { reason: 'validity', document: '' })
}

/** The reaction to a release: opens again what was accepted with an answer that cites the version which it supersedes. */
export const reopenSuperseded: Reaction = async (event) => {
  if (event.type !== 'document.released') return
  const { supersedes } = documentEvents.definitions['document.released'].payload.parse(event.payload)
  if (supersedes === null) return
  const rows = await unscopedPrisma().citation.findMany({
    relationLoadStrategy: 'join',
    where: {
      citedDocumentId: event.subjectId,
      citedVersion: { version: supersedes },
      messageId: { not: null },
      createdAt: { lt: event.occurredAt },
      message: { consultation: { status: 'accepted', account: { closedAt: null } } },
    },
    select: {
      citedDocument: { select: { kind: true, number: true } },
      message: {
        select: {
          id: true,
          consultation: {
            select: {
              ...{ id: true, accountId: true, organizationId: true, number: true, subject: true },
              acceptedMessageId: true,
            },
          },
        },
      },
    },
  })
  for (const { citedDocument, message } of rows) {
    if (!message || message.consultation.acceptedMessageId !== message.id) continue
    const document = documentNumber(citedDocument.kind, citedDocument.number)
    await lapse({ ...message.consultation, messageId: message.id }, { reason: 'superseded', document })
  }
}

/** Acts once: what was opened again in the meantime is not accepted any more. */
async function lapse(accepted: Accepted, because: { reason: LapseReason; document: string }): Promise<void> {
  const { id, messageId } = accepted
  await unscopedPrisma().$transaction(async (tx) => {
    const { count } = await tx.consultation.updateMany({
      where: { id, status: 'accepted', acceptedMessageId: messageId },
      data: { status: 'reopened', answerMessageId: null, acceptedMessageId: null, lastActivityAt: now() },
    })
    if (count !== 1) return
    const payload = { ...namedConsultation(accepted), messageId, ...because }
    await record(tx, null, consultationEvents.lapsed(accepted, payload))
  })
}
