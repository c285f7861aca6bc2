import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { ConsultationStatus } from '../../consultation.ts'
import { namedConsultation } from '../../queries/consultation.server.ts'
import { workEvents } from '../events.ts'

interface Left {
  id: string
  accountId: string
  organizationId: string
  number: number
  subject: string
  status: ConsultationStatus
  previousId: string
  previousName: string
}

/**
 * The job, each minute: what is with somebody who has left, or who cannot enter the account any more, is nobody's again, and
 * whoever could take it is told. What waits for the customer stays until the customer writes, as its clocks do.
 */
export async function handBack(): Promise<void> {
  const left = await unscopedPrisma().$queryRaw<Left[]>`
    SELECT c.id, c.account_id AS "accountId", c.organization_id AS "organizationId", c.number, c.subject,
           c.status::text AS status, m.id AS "previousId", m.name AS "previousName"
    FROM consultation c
    JOIN account a ON a.id = c.account_id AND a.closed_at IS NULL
    JOIN membership m ON m.id = c.assignee_id
    WHERE c.status IN ('new', 'assigned', 'waiting_for_supplier', 'reopened')
      AND (m.deactivated_at IS NOT NULL OR m.organization_id <> a.supplier_id
           OR a.is_restricted
              AND NOT EXISTS (SELECT FROM team_member t WHERE t.account_id = a.id AND t.membership_id = m.id)
              AND NOT EXISTS (SELECT FROM consultation_participant p
                              WHERE p.consultation_id = c.id AND p.membership_id = m.id AND p.grade = 'decide'))
    ORDER BY c.id LIMIT 500`
  for (const each of left) await giveBack(each)
}

/** Acts once: what somebody took in the meantime is not without anybody. */
async function giveBack({ status, previousId, previousName, ...consultation }: Left): Promise<void> {
  await unscopedPrisma().$transaction(async (tx) => {
    const { count } = await tx.consultation.updateMany({
      where: { id: consultation.id, status, assigneeId: previousId },
      data: {
        ...{ assigneeId: null, lastActivityAt: now() },
        status: status === 'reopened' ? 'reopened' : 'new',
      },
    })
    if (count !== 1) return
    const payload = { ...namedConsultation(consultation), previousId, previousName }
    await record(tx, null, workEvents.handedBack(consultation, payload))
  })
}
