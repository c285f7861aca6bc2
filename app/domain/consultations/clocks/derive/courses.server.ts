import type { Tx } from '#app/platform/database/database.server.ts'
import type { Course } from '../engine/course.ts'

/** How a consultation went, as it is stored; spans in milliseconds. */
interface CourseRow extends Course {
  consultationId: string
  accountId: string
  organizationId: string
}

/** Writes many at once, those alone that are not stored like this already. */
export async function storeCourses(tx: Tx, rows: readonly CourseRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO consultation_course AS o (consultation_id, account_id, organization_id, turn, to_customer, to_supplier,
      reassignments, reopenings, was_answered, at_supplier, at_customer)
    SELECT x."consultationId", x."accountId", x."organizationId", x.turn, x."toCustomer", x."toSupplier",
      x.reassignments, x.reopenings, x."wasAnswered", x."atSupplier", x."atCustomer"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("consultationId" uuid, "accountId" uuid,
      "organizationId" uuid, turn side, "toCustomer" int, "toSupplier" int, reassignments int, reopenings int,
      "wasAnswered" boolean, "atSupplier" bigint, "atCustomer" bigint)
    ON CONFLICT (consultation_id) DO UPDATE SET
      turn = EXCLUDED.turn, to_customer = EXCLUDED.to_customer, to_supplier = EXCLUDED.to_supplier,
      reassignments = EXCLUDED.reassignments, reopenings = EXCLUDED.reopenings, was_answered = EXCLUDED.was_answered,
      at_supplier = EXCLUDED.at_supplier, at_customer = EXCLUDED.at_customer
    WHERE (o.turn, o.to_customer, o.to_supplier, o.reassignments, o.reopenings, o.was_answered, o.at_supplier, o.at_customer)
      IS DISTINCT FROM (EXCLUDED.turn, EXCLUDED.to_customer, EXCLUDED.to_supplier, EXCLUDED.reassignments,
        EXCLUDED.reopenings, EXCLUDED.was_answered, EXCLUDED.at_supplier, EXCLUDED.at_customer)`
}
