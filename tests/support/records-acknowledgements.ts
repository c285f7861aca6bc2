import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from './world.ts'

export interface AcknowledgementRecords {
  lumen: string
  aurora: string
  /** Of Lumen: terms, an acknowledgement, a fact and a link of the chain. */
  terms: string
  acknowledgement: string
  fact: string
  evidence: string
}

interface Asked {
  document: string
  version: string
}

/** Requests past all rules: one engineer of each account is asked; the other records stand in Lumen's account. */
export async function createAcknowledgements(
  world: World,
  { forLumen, forAurora }: { forLumen: Asked; forAurora: Asked },
): Promise<AcknowledgementRecords> {
  const database = unscopedPrisma()
  const { people, accounts, organizations } = world
  const organizationId = organizations.halden
  const askedAt = new Date()
  const later = (days: number) => new Date(askedAt.getTime() + days * 86_400_000)
  const request = async (asked: Asked, accountId: string) => {
    const { id } = await database.acknowledgementRequest.create({
      data: {
        documentId: asked.document,
        versionId: asked.version,
        organizationId,
        isResponseWanted: true,
        contentHash: '0'.repeat(64),
        askedById: people.marcus.membershipId,
      },
    })
    await database.acknowledgementQuorum.create({
      data: { requestId: id, function: 'engineering', count: 1 },
    })
    const row = await database.acknowledgementRequestAccount.create({
      data: {
        requestId: id,
        accountId,
        organizationId,
        documentId: asked.document,
        versionId: asked.version,
        isSilenceAcceptance: false,
        reminderDays: [],
        timeZone: 'UTC',
        askedAt,
        acknowledgeBy: later(30),
        respondBy: later(90),
        samplesBy: later(30),
      },
    })
    return row.id
  }
  const lumen = await request(forLumen, accounts.lumen)
  const aurora = await request(forAurora, accounts.aurora)
  const ofLumen = { requestAccountId: lumen, accountId: accounts.lumen }
  const terms = await database.documentTerms.create({
    data: {
      accountId: accounts.lumen,
      organizationId,
      effectiveOn: new Date('2026-01-01'),
      ...{ acknowledgeDays: 30, responseDays: 90, sampleDays: 30, reminderDays: [] },
      ...{ noticeDays: 90, lastOrderMonths: 6, lastDeliveryMonths: 12 },
      decidedById: people.marcus.membershipId,
    },
  })
  const acknowledgement = await database.documentAcknowledgement.create({
    data: {
      ...ofLumen,
      documentId: forLumen.document,
      versionId: forLumen.version,
      memberId: people.lin.membershipId,
      function: 'engineering',
      statement: 'Read',
      contentHash: '0'.repeat(64),
    },
  })
  const fact = await database.acknowledgementFact.create({
    data: { ...ofLumen, kind: 'accepted', memberId: people.lin.membershipId },
  })
  const evidence = await database.evidenceEntry.create({
    data: {
      ...ofLumen,
      sequence: 1,
      key: 'asked',
      entry: JSON.stringify({ sequence: 1, kind: 'asked', at: askedAt, by: null, details: {} }),
      previousHash: '',
      hash: '',
      recordedAt: askedAt,
    },
  })
  return {
    ...{ lumen, aurora, terms: terms.id },
    ...{ acknowledgement: acknowledgement.id, fact: fact.id, evidence: evidence.id },
  }
}
