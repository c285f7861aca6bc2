import type { Side } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { namedComparison } from '../../queries/comparison.server.ts'
import { verificationEvents } from '../events.ts'
import { monthOf } from '../verification.ts'

/** Days after the end of a month, and after values were entered, before anybody is reminded. */
const patience = 3

interface Due {
  id: string
  accountId: string
  organizationId: string
  number: number
  title: string
  ownerId: string
  planId: string
  startsOn: string
  period: number
}

/**
 * The job, each hour: tells who measures that the values of a month are missing, and who signs that a signature is. The mark in
 * the row is the lock: of two processes one tells, and each thing is told once.
 */
export async function remindOfMeasuring(): Promise<void> {
  await unscopedPrisma().$transaction(async (tx) => {
    for (const due of await markMissing(tx)) {
      const told = await toldOf(tx, due, ['supplier', 'customer'])
      await record(tx, null, verificationEvents.actualsMissing(due, payloadOf(due, told)))
    }
    for (const { unsigned, ...due } of await markUnsigned(tx)) {
      const told = await toldOf(tx, due, unsigned)
      await record(tx, null, verificationEvents.monthNotSigned(due, payloadOf(due, told)))
    }
  })
}

const payloadOf = (due: Due, told: string[]) => ({
  ...namedComparison(due),
  month: monthOf(due.startsOn, due.period),
  told,
})

/** Who signed the plan for these sides; for the supplier also whoever has the comparison. Of a side that they left, who signs there. */
async function toldOf(tx: Tx, due: Due, sides: Side[]): Promise<string[]> {
  const told: string[] = []
  for (const side of sides) told.push(...(await toldOfSide(tx, due, side)))
  return told
}

async function toldOfSide(tx: Tx, { planId, ownerId, accountId }: Due, side: Side): Promise<string[]> {
  const signatures = await tx.verificationSignature.findMany({
    where: { planId, matter: 'plan', side },
    select: { signedById: true },
  })
  const known = [...signatures.map(({ signedById }) => signedById), ...(side === 'supplier' ? [ownerId] : [])]
  const there = await tx.membership.findMany({
    where: { id: { in: known }, deactivatedAt: null },
    select: { id: true },
  })
  if (there.length > 0) return there.map(({ id }) => id)
  const account = { some: { id: accountId } }
  const others = await tx.membership.findMany({
    where: {
      ...{
        side,
        deactivatedAt: null,
        functions: { has: side === 'supplier' ? 'account_management' : 'purchasing' },
      },
      organization: side === 'supplier' ? { supplierAccounts: account } : { customerAccounts: account },
    },
    select: { id: true },
  })
  return others.map(({ id }) => id)
}

/** The first month without values of each plan of which nobody was told. */
function markMissing(tx: Tx) {
  return tx.$queryRaw<Due[]>`
    WITH due AS (
      SELECT p.id, p.reminded_period AS before, past.months
      FROM verification_plan p
      JOIN comparison c ON c.id = p.comparison_id AND c.status = 'trial'
      JOIN account a ON a.id = p.account_id AND a.closed_at IS NULL
      CROSS JOIN LATERAL (SELECT age((${now()}::timestamptz AT TIME ZONE 'UTC')::date - ${patience}::int, p.starts_on) AS since) AS time
      CROSS JOIN LATERAL (SELECT least(p.periods, (extract(year FROM time.since) * 12 + extract(month FROM time.since))::int) AS months) AS past
      WHERE p.agreed_at IS NOT NULL AND p.finished_at IS NULL AND past.months > p.reminded_period
      FOR UPDATE OF p SKIP LOCKED),
    told AS (
      UPDATE verification_plan p SET reminded_period = due.months FROM due WHERE p.id = due.id
      RETURNING p.*, due.before)
    SELECT c.id, c.account_id AS "accountId", c.organization_id AS "organizationId", c.number, c.title, c.owner_id AS "ownerId",
           t.id AS "planId", to_char(t.starts_on, 'YYYY-MM-DD') AS "startsOn", missing.period
    FROM told t JOIN comparison c ON c.id = t.comparison_id
    JOIN LATERAL (SELECT min(n)::int AS period FROM generate_series(t.before + 1, t.reminded_period) AS n
                  WHERE NOT EXISTS (SELECT 1 FROM verification_period m WHERE m.plan_id = t.id AND m.number = n)) AS missing
      ON missing.period IS NOT NULL
    ORDER BY t.id`
}

/** The latest values of a month that a side has not signed for some days. */
function markUnsigned(tx: Tx) {
  return tx.$queryRaw<(Due & { unsigned: Side[] })[]>`
    WITH due AS (
      SELECT m.id
      FROM verification_period m
      JOIN verification_plan p ON p.id = m.plan_id AND p.finished_at IS NULL
      JOIN comparison c ON c.id = m.comparison_id AND c.status = 'trial'
      JOIN account a ON a.id = m.account_id AND a.closed_at IS NULL
      WHERE m.reminded_at IS NULL AND m.entered_at < ${now()}::timestamptz - make_interval(days => ${patience}::int)
        AND NOT EXISTS (SELECT 1 FROM verification_period l
                        WHERE l.plan_id = m.plan_id AND l.number = m.number AND l.revision > m.revision)
        AND (SELECT count(*) FROM verification_signature s WHERE s.subject_id = m.id) < 2
      FOR UPDATE OF m SKIP LOCKED),
    told AS (
      UPDATE verification_period m SET reminded_at = ${now()}::timestamptz FROM due WHERE m.id = due.id RETURNING m.*)
    SELECT c.id, c.account_id AS "accountId", c.organization_id AS "organizationId", c.number, c.title, c.owner_id AS "ownerId",
           t.plan_id AS "planId", to_char(p.starts_on, 'YYYY-MM-DD') AS "startsOn", t.number AS period,
           ARRAY(SELECT side::text FROM unnest(enum_range(NULL::side)) AS side
                 WHERE NOT EXISTS (SELECT 1 FROM verification_signature s
                                   WHERE s.subject_id = t.id AND s.side = side.side)) AS unsigned
    FROM told t JOIN comparison c ON c.id = t.comparison_id JOIN verification_plan p ON p.id = t.plan_id
    ORDER BY t.id`
}
