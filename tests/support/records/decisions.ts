import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '../world.ts'
import { type AskingRecords, askingRecords } from './asking.ts'

export interface DecisionRecords extends AskingRecords {
  decisions: { answered: string }
  ratings: { accepted: string }
  accepted: { consultation: string; answer: string }
}

/** What an answer decides, and an accepted answer with a rating, both in Lumen's account. */
export async function decisionRecords(
  world: World,
  numbers: { number: number },
  answered: { consultation: string; answer: string },
): Promise<DecisionRecords> {
  const database = unscopedPrisma()
  const accountId = world.accounts.lumen
  const { ingrid, dev, lin } = world.people
  const accepted = await database.consultation.create({
    data: {
      ...{
        accountId,
        organizationId: world.organizations.halden,
        number: numbers.number,
        subject: 'Altitude',
      },
      ...{ function: 'engineering', language: 'en', askedById: lin.membershipId },
      ...{ assigneeId: ingrid.membershipId },
    },
  })
  const of = { accountId, authorId: ingrid.membershipId, lane: 'shared', language: 'en' } as const
  const answer = await database.message.create({
    data: { ...of, consultationId: accepted.id, body: '1 % per 100 m' },
  })
  await database.consultation.update({
    where: { id: accepted.id },
    data: { status: 'accepted', answerMessageId: answer.id, acceptedMessageId: answer.id },
  })
  const decision = await database.consultationDecision.create({
    data: {
      ...{ consultationId: answered.consultation, accountId, messageId: answered.answer, part: 'CMD-0750' },
      ...{ revision: 'C', conditions: '', approverId: dev.membershipId, recordedById: ingrid.membershipId },
    },
  })
  const rating = await database.consultationRating.create({
    data: {
      ...{ consultationId: accepted.id, accountId, messageId: answer.id, steps: 4, word: 'Exact' },
      ...{ ratedById: lin.membershipId },
    },
  })
  return {
    ...(await askingRecords(world, accepted.id)),
    decisions: { answered: decision.id },
    ratings: { accepted: rating.id },
    accepted: { consultation: accepted.id, answer: answer.id },
  }
}
