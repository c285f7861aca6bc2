import { requireId } from '#app/domain/access/ids.ts'
import type { SignedIn } from '#app/domain/auth/session.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import { consultationNumber } from '../../consultation.ts'
import { guestState } from '../guest.ts'

/** Somebody in one consultation. No actor: no query or command of the members takes it. */
export interface Seat {
  id: string
  membershipId: string
  organizationId: string
  name: string
  organizationName: string
  grade: 'read' | 'write'
  language: string
  endsOn: string
}

const select = {
  ...{ id: true, name: true, organizationName: true, grade: true },
  ...{ endsOn: true, endsAt: true, acceptedAt: true, endedAt: true },
  member: { select: { id: true, organizationId: true, deactivatedAt: true } },
  consultation: {
    select: {
      ...{ number: true, subject: true, status: true },
      account: {
        select: {
          closedAt: true,
          supplier: { select: { name: true } },
          customer: { select: { name: true } },
        },
      },
    },
  },
} satisfies Prisma.ConsultationGuestSelect
type Row = Prisma.ConsultationGuestGetPayload<{ select: typeof select }>

const isOpen = (row: Row) =>
  guestState(row, now()) === 'open' &&
  row.member?.deactivatedAt === null &&
  row.consultation.status !== 'merged' &&
  row.consultation.account.closedAt === null

/** Where a person is a guest, and was: of what is over the number alone. Past row-level security: own rows only. */
export async function listSeats(userId: string) {
  const rows = await unscopedPrisma().consultationGuest.findMany({
    relationLoadStrategy: 'join',
    where: { member: { userId, isGuest: true } },
    select,
    orderBy: { id: 'desc' },
    take: 200,
  })
  return rows.map((row) => {
    const { id, endsOn, endedAt, consultation } = row
    const { supplier, customer } = consultation.account
    const seat = {
      id,
      endsOn: dayOf(endsOn),
      hasEnded: endedAt !== null,
      number: consultationNumber(consultation.number),
    }
    if (!isOpen(row)) return { ...seat, isOpen: false as const }
    const { subject } = consultation
    return { ...seat, isOpen: true as const, subject, supplier: supplier.name, customer: customer.name }
  })
}
export type SeatShown = Awaited<ReturnType<typeof listSeats>>[number]

/**
 * Does something as a guest: looks at once whether the person still is one there, and the database looks again.
 * @throws NotFound for another's, and once it is over
 */
export async function asGuest<T>(
  { userId, language }: SignedIn,
  seatId: string | undefined,
  work: (seat: Seat) => Promise<T>,
): Promise<T> {
  const row = await unscopedPrisma().consultationGuest.findFirst({
    relationLoadStrategy: 'join',
    where: { id: requireId(seatId), member: { userId, isGuest: true } },
    select,
  })
  if (!row?.member || !isOpen(row)) throw new NotFound()
  const { id, name, organizationName, member, endsOn } = row
  const grade = row.grade === 'write' ? 'write' : 'read'
  const { id: membershipId, organizationId } = member
  const seat = {
    id,
    membershipId,
    organizationId,
    name,
    organizationName,
    grade,
    language,
    endsOn: dayOf(endsOn),
  } as const
  return runAsActor(membershipId, () => work(seat))
}

/** Whether a person is told by mail of what is written where it is a guest. */
export async function wantsMailOf(userId: string): Promise<boolean> {
  const refused = await unscopedPrisma().consultationGuest.count({
    where: { member: { userId }, wantsMail: false },
  })
  return refused === 0
}

/** In whose name a guest sends a file: of the newest place where it may write. */
export async function guestUploader(userId: string) {
  const rows = await unscopedPrisma().consultationGuest.findMany({
    relationLoadStrategy: 'join',
    where: { member: { userId, isGuest: true }, grade: 'write' },
    select,
    orderBy: { id: 'desc' },
    take: 200,
  })
  const member = rows.find(isOpen)?.member
  return member ? { membershipId: member.id, organizationId: member.organizationId } : null
}
