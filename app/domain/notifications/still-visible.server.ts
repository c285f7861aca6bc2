import { type Database, prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'

/** What waits for a member's next mail, or what a mail carries. */
type Told = { waitingFor: string } | { mailId: string }

interface Rung {
  id: string
  member: string
  account: string | null
  side: string | null
  kind: string
  subject: string
}

export interface Sight {
  id: string
  membershipId: string
  isVisible: boolean
}

/**
 * Of each notification whether its member may still see what it tells of: an account or a function may have been lost
 * since the bell rang. Asks row-level security in the member's place.
 */
export async function sightOf(told: Told, db: Database = unscopedPrisma()): Promise<Sight[]> {
  const rows = await rung(told, db)
  if (rows.length === 0) return []
  const column = <Key extends keyof Rung>(key: Key) => rows.map((row) => row[key])
  const seen = await prisma.$queryRaw<{ id: string }[]>`
    SELECT w.id FROM unnest(${column('id')}::uuid[], ${column('member')}::uuid[], ${column('account')}::uuid[],
                            ${column('side')}::side[], ${column('kind')}::text[], ${column('subject')}::uuid[])
                     AS w (id, member, account, side, kind, subject)
    WHERE EXISTS (SELECT 1 FROM app_who_sees(ARRAY[w.member], w.account, w.side, w.kind, w.subject))`
  const visible = new Set(seen.map(({ id }) => id))
  return rows.map(({ id, member }) => ({ id, membershipId: member, isVisible: visible.has(id) }))
}

function rung(told: Told, db: Database): Promise<Rung[]> {
  return 'mailId' in told
    ? db.$queryRaw<Rung[]>`
        SELECT n.id, n.membership_id AS member, n.account_id AS account, e.side::text AS side, n.subject_type AS kind,
               n.subject_id AS subject
        FROM notification n JOIN event e ON e.id = n.event_id WHERE n.mail_id = ${told.mailId}::uuid`
    : db.$queryRaw<Rung[]>`
        SELECT n.id, n.membership_id AS member, n.account_id AS account, e.side::text AS side, n.subject_type AS kind,
               n.subject_id AS subject
        FROM notification n JOIN event e ON e.id = n.event_id
        WHERE n.membership_id = ${told.waitingFor}::uuid AND n.mail_id IS NULL AND n.read_at IS NULL`
}
