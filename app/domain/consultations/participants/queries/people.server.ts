import type { Actor, Side } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { sidesOf } from '../../queries/act.server.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import { participantPolicy } from '../policy.ts'
import { colleaguesOf, visibleParticipants } from '../scope.server.ts'
import { entersAccount } from '../standing.ts'

const shown = (accountId: string) =>
  ({
    ...{ membershipId: true, side: true, grade: true, revision: true },
    member: {
      select: { name: true, functions: true, teams: { where: { accountId }, select: { accountId: true } } },
    },
    addedBy: { select: { name: true } },
  }) satisfies Prisma.ConsultationParticipantSelect
type Row = Prisma.ConsultationParticipantGetPayload<{ select: ReturnType<typeof shown> }>

/** Whether the account is the supplier's own business alone: the customer is not told who serves it. */
const knowsTeam = (actor: Actor, known: KnownConsultation, side: Side) =>
  actor.side === 'supplier' && side === 'supplier' && known.account.isRestricted

function participantView(actor: Actor, known: KnownConsultation, row: Row) {
  const { member, addedBy, membershipId, ...rest } = row
  const isOwn = row.side === actor.side
  return {
    ...rest,
    ...{ id: membershipId, name: member.name, functions: member.functions, addedBy: addedBy.name },
    isMe: membershipId === actor.membershipId,
    /** Sees this consultation, and nothing else of the account. */
    isLent: knowsTeam(actor, known, row.side) && member.teams.length === 0,
    canChange: isOwn && participantPolicy.name(actor, known),
    canRemove: isOwn && participantPolicy.remove(actor, known, membershipId),
  }
}

/**
 * Who was named in a consultation, of both sides, and whom one can name.
 * @throws NotFound
 */
export async function openPeople(actor: Actor, id: string, db: Database = prisma) {
  const known = await getConsultation(actor, id, db)
  const canName = participantPolicy.name(actor, known)
  const [rows, sides] = await Promise.all([
    db.consultationParticipant.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [{ consultationId: known.id }, visibleParticipants(actor)] },
      select: shown(known.accountId),
      orderBy: [{ addedAt: 'asc' }, { membershipId: 'asc' }],
      take: 500,
    }),
    sidesOf(known),
  ])
  const colleagues = canName ? await listColleagues(actor, known, db) : []
  const views = rows.map((row) => participantView(actor, known, row))
  return {
    consultation: { ...namedConsultation(known), id: known.id },
    ...{ sides, canName, colleagues, side: actor.side },
    isRestricted: actor.side === 'supplier' && known.account.isRestricted,
    isLent: !entersAccount(actor, known),
    participants: {
      supplier: views.filter(({ side }) => side === 'supplier'),
      customer: views.filter(({ side }) => side === 'customer'),
    },
  }
}

/** Those of the own side whom nobody named yet; whoever asked and whoever has it take part anyway. */
async function listColleagues(actor: Actor, known: KnownConsultation, db: Database) {
  const there = [actor.membershipId, known.askedById, known.assigneeId].filter((each) => each !== null)
  return db.membership.findMany({
    where: {
      AND: [
        colleaguesOf(actor),
        { id: { notIn: there }, participates: { none: { consultationId: known.id } } },
      ],
    },
    select: { id: true, name: true, functions: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
}

/**
 * Somebody whom one may take out, to be asked first.
 * @throws NotFound
 */
export async function openRemoval(actor: Actor, id: string, memberId: string) {
  const { consultation, participants } = await openPeople(actor, id)
  const participant = participants[actor.side].find((each) => each.id === memberId && each.canRemove)
  if (!participant) throw new NotFound()
  return { consultation, participant }
}
