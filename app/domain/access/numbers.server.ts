import type { DocumentKind } from '#app/platform/database/client/enums.ts'
import type { Tx } from '#app/platform/database/database.server.ts'

/** The kinds of record that are numbered per organization. */
export type NumberedKind = 'account' | 'consultation' | 'comparison' | DocumentKind

/**
 * Takes the next number of an organization's series inside the caller's transaction: gap-free, because a rollback
 * gives it back, and never reused, because nothing numbered is deleted.
 */
export async function nextNumber(tx: Tx, organizationId: string, kind: NumberedKind): Promise<number> {
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT app_next_number(${organizationId}::uuid, ${kind}) AS number`
  const number = rows[0]?.number
  if (number === undefined) throw new Error(`no number for ${kind}`)
  return number
}
