import { now } from '#app/platform/clock.server.ts'
import type { Database } from '#app/platform/database/database.server.ts'

/** Today at the supplier, as `2026-01-31`: a last day is over when it is over there. */
export async function dayIn(db: Database, organizationId: string): Promise<string> {
  const { timeZone } = await db.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { timeZone: true },
  })
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(now())
}
