import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { PersonName, World } from './world.ts'

export interface ReviewRecords {
  /** For certificates: reviewed and released by quality. */
  rule: string
  /** Ingrid's, submitted: Dev reviews it and Quinn releases it; one item of its checklist is open. */
  inReview: { document: string; round: string; review: string; item: string }
  /** Ingrid's, reviewed: Quinn decided to release it in some time. */
  planned: { document: string; version: string }
}

/** Away from the series that commands and the other records take numbers from. */
let number = 500_000

/** Written past all rules, as all named records are. */
export async function createReviewRecords(world: World, submittedAt: Date): Promise<ReviewRecords> {
  const database = unscopedPrisma()
  const organizationId = world.organizations.halden
  const member = (name: PersonName) => world.people[name].membershipId
  const submitted = async (title: string) => {
    const says = { title, language: 'en' }
    const document = await database.document.create({
      data: {
        organizationId,
        kind: 'technical_note',
        number: ++number,
        ...says,
        ownerId: member('ingrid'),
        status: 'submitted',
      },
    })
    const by = { authorId: member('ingrid'), updatedAt: submittedAt, submittedAt }
    const version = await database.documentVersion.create({
      data: { documentId: document.id, organizationId, version: 1, ...says, body: title, ...by },
    })
    await database.documentVersion.update({ where: { id: version.id }, data: { status: 'submitted' } })
    const owner = { versionId: version.id, organizationId }
    const round = await database.documentReviewRound.create({
      data: { ...owner, documentId: document.id, number: 1, submittedById: member('ingrid'), submittedAt },
    })
    const ask = (memberId: string, role: 'reviewer' | 'approver') =>
      database.documentReview.create({
        data: { ...owner, roundId: round.id, memberId, role, origin: 'named', addedById: member('ingrid') },
      })
    return { document: document.id, version: version.id, round: round.id, owner, ask }
  }

  const certificates = { organizationId, kind: 'certificate' as const, familyId: null }
  const rule =
    (await database.documentReviewRule.findFirst({ where: certificates })) ??
    (await database.documentReviewRule.create({
      data: {
        ...certificates,
        reviewerFunction: 'quality',
        reviewerCount: 1,
        approverFunction: 'quality',
        updatedById: member('quinn'),
      },
    }))
  const first = await submitted('In review')
  const review = await first.ask(member('dev'), 'reviewer')
  await first.ask(member('quinn'), 'approver')
  const item = await database.documentChecklistItem.create({
    data: { ...first.owner, roundId: first.round, position: 0, text: 'Units are SI' },
  })
  const second = await submitted('Planned')
  await second.ask(member('quinn'), 'approver')
  await database.documentScheduledRelease.create({
    data: {
      versionId: second.version,
      documentId: second.document,
      organizationId,
      releaseAt: new Date(Date.now() + 86_400_000),
      decidedById: member('quinn'),
      seenAt: submittedAt,
    },
  })
  return {
    rule: rule.id,
    inReview: { document: first.document, round: first.round, review: review.id, item: item.id },
    planned: { document: second.document, version: second.version },
  }
}
