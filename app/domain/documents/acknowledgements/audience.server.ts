import type { MemberFunction } from '#app/domain/access/actor.ts'
import { type Audience, nobody } from '#app/domain/events/audience.ts'
import { membersInAudience } from '../audience-members.server.ts'
import type { AcknowledgementEventType } from './events.ts'

/** The customer's members of the functions that an event names, as far as the document is for them. */
const askedMembers: Audience = async (event, database) => {
  const functions = event.payload.functions as MemberFunction[]
  if (!event.accountId) return []
  const audience = await database.documentAudience.findMany({
    where: { documentId: event.subjectId, OR: [{ accountId: event.accountId }, { accountId: null }] },
    select: { familyId: true, functions: true },
  })
  const lines = audience.map((line) => ({ ...line, accountId: event.accountId }))
  const members = await database.membership.findMany({
    where: { AND: [membersInAudience(event.organizationId, lines), { functions: { hasSome: functions } }] },
    select: { id: true },
  })
  return members.map((member) => member.id)
}

/** Who asked, the owner of the document, and the account managers of the account's team. */
const supplierSide: Audience = async (event, database) => {
  const chain = await database.acknowledgementRequestAccount.findUnique({
    where: { id: String(event.payload.chain) },
    select: {
      request: { select: { askedById: true } },
      version: { select: { document: { select: { ownerId: true } } } },
      account: {
        select: {
          team: {
            where: { membership: { deactivatedAt: null, functions: { has: 'account_management' } } },
            select: { membershipId: true },
          },
        },
      },
    },
  })
  if (!chain) return []
  const team = chain.account.team.map(({ membershipId }) => membershipId)
  return [chain.request.askedById, chain.version.document.ownerId, ...team]
}

const bothSides: Audience = async (event, database) => [
  ...(await askedMembers(event, database)),
  ...(await supplierSide(event, database)),
]

export const acknowledgementAudience = {
  'document.acknowledgementAsked': askedMembers,
  'document.acknowledged': supplierSide,
  'document.acknowledgementReminded': askedMembers,
  'document.acknowledgementOverdue': bothSides,
  'document.deemedAccepted': bothSides,
  'document.accepted': supplierSide,
  'document.acceptedConditionally': supplierSide,
  'document.rejected': supplierSide,
  'document.informationRequested': supplierSide,
  'document.informationGiven': askedMembers,
  'document.samplesRequested': supplierSide,
  'document.implemented': askedMembers,
  'account.documentTermsChanged': nobody,
} satisfies Record<AcknowledgementEventType, Audience>
