import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { namedRequest, subjectOf } from './commands/named-request.ts'
import { daysLeft, lastDayOf, reminderDue } from './engine/deadlines.ts'
import { awaitedBy, missingOf, passedDeadline } from './engine/states.ts'
import { acknowledgementEvents } from './events.ts'
import { appendEvidence, lockChain } from './evidence/chain.server.ts'
import { factsOf, type RequestRow, requestOf, requestSelect } from './queries/request.server.ts'

/** Reminders and deadlines of one kind of wait do not count for the other. */
type Stage = 'acknowledge' | 'respond'

/** What ends the wait, whatever comes afterwards. */
const ends = ['accepted', 'conditional', 'rejected', 'deemed_accepted', 'implemented'] as const

/**
 * Reminds of what is awaited and records what a deadline that passed means. Runs every hour, because days end at
 * another hour in each zone; what was done is found and not done again. Acts as the system.
 */
export async function watchAcknowledgements(): Promise<void> {
  const waiting = await unscopedPrisma().acknowledgementRequestAccount.findMany({
    where: {
      account: { closedAt: null },
      version: { status: { in: ['released', 'superseded'] } },
      facts: { none: { kind: { in: [...ends] } } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of waiting) {
    await unscopedPrisma().$transaction((tx) => watchOne(tx, id), { timeout: 30_000 })
  }
}

async function watchOne(tx: Tx, id: string): Promise<void> {
  await lockChain(tx, id)
  const row = await tx.acknowledgementRequestAccount.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id },
    select: requestSelect,
  })
  const { quorum } = row.request
  const facts = factsOf(row)
  const passed = passedDeadline(quorum, facts, row, now())
  if (passed) return recordPassed(tx, row, passed)
  const deadline = awaitedBy(quorum, facts, row)
  if (!deadline) return
  const stage: Stage = missingOf(quorum, facts.acknowledgements).length > 0 ? 'acknowledge' : 'respond'
  const sent = row.facts.flatMap(({ once }) => {
    const [kind, of, days] = once?.split(':') ?? []
    return kind === 'reminded' && of === stage ? [Number(days)] : []
  })
  const { askedAt, timeZone: zone, reminderDays } = row
  const due = reminderDue({ askedAt, deadline, zone, reminderDays, sent }, now())
  if (due !== null) await remind(tx, row, { deadline, once: `reminded:${stage}:${due}` })
}

/** Those whose word is missing: the functions of the quorum, or all of them once the response is awaited. */
function functionsWaitedFor(row: RequestRow) {
  const { quorum } = row.request
  const missing = missingOf(quorum, factsOf(row).acknowledgements)
  return (missing.length > 0 ? missing : quorum).map((line) => line.function)
}

async function recordPassed(
  tx: Tx,
  row: RequestRow,
  { kind, deadline }: { kind: 'deemed_accepted' | 'overdue'; deadline: Date },
): Promise<void> {
  const due = lastDayOf(deadline, row.timeZone)
  await writeSystemFact(tx, row, { kind, once: `${kind}:${due}`, details: { due } })
  const request = requestOf(row)
  const payload = { ...namedRequest(request), functions: functionsWaitedFor(row), due }
  const subject = subjectOf(request)
  const event =
    kind === 'overdue'
      ? acknowledgementEvents.acknowledgementOverdue(subject, payload)
      : acknowledgementEvents.deemedAccepted(subject, payload)
  await record(tx, null, event)
}

async function remind(
  tx: Tx,
  row: RequestRow,
  { deadline, once }: { deadline: Date; once: string },
): Promise<void> {
  const due = lastDayOf(deadline, row.timeZone)
  const functions = functionsWaitedFor(row)
  await writeSystemFact(tx, row, { kind: 'reminded', once, details: { due, functions } })
  const request = requestOf(row)
  const days = daysLeft(deadline, row.timeZone, now())
  const payload = { ...namedRequest(request), functions, due, days }
  await record(tx, null, acknowledgementEvents.acknowledgementReminded(subjectOf(request), payload))
}

interface SystemFact {
  kind: 'deemed_accepted' | 'overdue' | 'reminded'
  once: string
  details: { due: string; functions?: string[] }
}

async function writeSystemFact(tx: Tx, row: RequestRow, { kind, once, details }: SystemFact): Promise<void> {
  const at = now()
  await tx.acknowledgementFact.create({
    data: { requestAccountId: row.id, accountId: row.accountId, kind, once, occurredAt: at },
    select: { id: true },
  })
  await appendEvidence(tx, row.id, { kind, key: once, at, by: null, details: { ...details } })
}
