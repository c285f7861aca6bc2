import { type Audience, nobody, type RecordedEvent } from '#app/domain/events/audience.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { VerificationEventType } from './events.ts'

/** Who has to do with it: the owner, who planned, entered or signed something, and the customer's buyers. */
const concerned: Audience = async (event, database) => [
  ...new Set([...(await participants(event, database)), ...(await buyers(event, database))]),
]

async function participants({ subjectId }: RecordedEvent, database: Database): Promise<string[]> {
  const comparison = await database.comparison.findUnique({
    where: { id: subjectId },
    select: {
      ownerId: true,
      signatures: { select: { signedById: true } },
      verification: {
        select: {
          changedById: true,
          months: { select: { enteredById: true } },
          signatures: { select: { signedById: true } },
        },
      },
    },
  })
  if (!comparison) return []
  const { ownerId, signatures, verification } = comparison
  return [
    ownerId,
    ...signatures.map((each) => each.signedById),
    ...(verification ? [verification.changedById] : []),
    ...(verification?.months.map((each) => each.enteredById) ?? []),
    ...(verification?.signatures.map((each) => each.signedById) ?? []),
  ]
}

async function buyers({ accountId }: RecordedEvent, database: Database): Promise<string[]> {
  const members = await database.membership.findMany({
    where: {
      ...{ side: 'customer', deactivatedAt: null, functions: { has: 'purchasing' } },
      organization: { customerAccounts: { some: { id: accountId ?? '' } } },
    },
    select: { id: true },
  })
  return members.map(({ id }) => id)
}

/** Whom the timer named. Whether they still see it is asked when they are told. */
const whoIsTold: Audience = async ({ payload: { told } }) =>
  Array.isArray(told) ? told.filter((id) => typeof id === 'string') : []

export const verificationAudience = {
  'comparison.planSaved': concerned,
  'comparison.planSigned': concerned,
  'comparison.planAgreed': concerned,
  'comparison.actualsEntered': concerned,
  'comparison.actualsSigned': concerned,
  'comparison.savingVerified': concerned,
  'comparison.finishSigned': concerned,
  'comparison.verified': concerned,
  'comparison.evidenceDownloaded': nobody,
  'comparison.actualsMissing': whoIsTold,
  'comparison.monthNotSigned': whoIsTold,
} satisfies Record<VerificationEventType, Audience>
