import type { Actor } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { type DocumentRecord, namedVersion, type VersionRecord } from '../../queries/document.server.ts'
import { lastDayOf } from '../engine/deadlines.ts'
import type { QuorumLine } from '../engine/states.ts'
import { acknowledgementEvents } from '../events.ts'
import { appendEvidence } from '../evidence/chain.server.ts'
import type { VersionContent } from '../evidence/content.server.ts'
import { personOf } from '../evidence/person.ts'
import type { AskableAccount } from '../queries/candidates.server.ts'
import type { Terms } from '../terms.ts'

interface Begun {
  document: DocumentRecord
  version: VersionRecord
  account: AskableAccount
  quorum: QuorumLine[]
  request: { statement: string; isResponseWanted: boolean }
  row: { id: string; askedAt: Date; acknowledgeBy: Date; respondBy: Date | null; samplesBy: Date | null }
  content: VersionContent
  terms: Terms
}

/** The first links of a chain: what was released, what was asked under which terms, and who had opened it before. */
export async function beginChain(tx: Tx, actor: Actor, begun: Begun): Promise<void> {
  const { document, version, account, quorum, row, content } = begun
  const named = namedVersion(document, version)
  const { releasedAt, releasedBy, hash, files } = content
  const chain = row.id
  await appendEvidence(tx, chain, {
    kind: 'released',
    key: 'released',
    at: releasedAt ?? row.askedAt,
    by: releasedBy && { ...releasedBy, organization: actor.organizationName },
    details: { ...named, contentHash: hash, files },
  })
  await appendEvidence(tx, chain, {
    kind: 'asked',
    key: 'asked',
    at: row.askedAt,
    by: personOf(actor),
    details: askedOf(begun),
  })
  await chainEarlierReadings(tx, begun)
  const payload = {
    ...named,
    organization: account.name,
    chain,
    functions: quorum.map((line) => line.function),
    due: lastDayOf(row.acknowledgeBy, account.timeZone),
  }
  const subject = { ...document, accountId: account.id }
  await record(tx, actor, acknowledgementEvents.acknowledgementAsked(subject, payload))
}

function askedOf({ account, quorum, request, row, terms }: Begun) {
  const { reminderDays, isSilenceAcceptance } = terms
  return {
    account: account.name,
    quorum: Object.fromEntries(quorum.map((line) => [line.function, line.count])),
    statement: request.statement,
    isResponseWanted: request.isResponseWanted,
    isSilenceAcceptance,
    reminderDays,
    timeZone: account.timeZone,
    acknowledgeBy: row.acknowledgeBy.toISOString(),
    respondBy: row.respondBy?.toISOString() ?? null,
    samplesBy: row.samplesBy?.toISOString() ?? null,
  }
}

async function chainEarlierReadings(tx: Tx, { version, account, row }: Begun): Promise<void> {
  const readings = await tx.documentReading.findMany({
    where: { versionId: version.id, accountId: account.id, openCount: { gt: 0 } },
    select: { membershipId: true, firstOpenedAt: true },
    orderBy: [{ firstOpenedAt: 'asc' }, { membershipId: 'asc' }],
  })
  const people = await tx.membership.findMany({
    where: { id: { in: readings.map((each) => each.membershipId) } },
    select: { id: true, name: true },
  })
  for (const { membershipId: id, firstOpenedAt } of readings) {
    const name = people.find((each) => each.id === id)?.name ?? ''
    await appendEvidence(tx, row.id, {
      kind: 'opened',
      key: `opened:${id}`,
      at: firstOpenedAt,
      by: { id, name, organization: account.name },
    })
  }
}
