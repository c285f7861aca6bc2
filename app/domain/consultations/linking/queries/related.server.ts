import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { isSupplier } from '#app/domain/access/policy.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { consultationNumber } from '../../consultation.ts'
import { numberIn } from '../../filters.ts'
import { consultationPolicy } from '../../policy.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import { visibleConsultations } from '../../scope.server.ts'
import { isUntouchedSince } from './merge.server.ts'

const shown = {
  ...{ id: true, number: true, subject: true, language: true, status: true, accountId: true },
  account: { select: { customer: { select: { name: true } } } },
} satisfies Prisma.ConsultationSelect
type Row = Prisma.ConsultationGetPayload<{ select: typeof shown }>

/** What a thread shows of its relations and of what goes on in it, as parts of its own select. */
export const linkedOf = (actor: Actor) =>
  ({
    related: {
      where: { other: visibleConsultations(actor) },
      orderBy: { createdAt: 'asc' },
      take: 20,
      select: { other: { select: { id: true, number: true, subject: true, language: true, status: true } } },
    },
    merges: {
      where: { into: visibleConsultations(actor) },
      select: { into: { select: { id: true, number: true, subject: true } } },
    },
  }) satisfies Prisma.ConsultationSelect

export interface Linkable {
  id: string
  number: string
  subject: string
  language: string
  status: Row['status']
  customer: string
  isOfAccount: boolean
}

const linkable = (known: KnownConsultation, { account, number, accountId, ...row }: Row): Linkable => ({
  ...{ id: row.id, subject: row.subject, language: row.language, status: row.status },
  ...{ number: consultationNumber(number), customer: account.customer.name },
  isOfAccount: accountId === known.accountId,
})

const mostFound = 8

/**
 * What can be related to a consultation: found by number, subject or part, those of the same account first. For the supplier
 * also those of its other accounts.
 */
export async function findLinkable(actor: Actor, known: KnownConsultation, typed: string, db = prisma) {
  const q = typed.trim().slice(0, 200)
  if (q === '') return []
  const number = numberIn(q)
  const contains = { contains: q, mode: 'insensitive' } as const
  const words: Prisma.ConsultationWhereInput[] = [
    { subject: contains },
    { product: { OR: [{ number: contains }, { name: contains }] } },
  ]
  const where = (accountId: Prisma.ConsultationWhereInput['accountId']): Prisma.ConsultationWhereInput => ({
    AND: [
      visibleConsultations(actor),
      { organizationId: known.organizationId, id: { not: known.id }, accountId },
      { OR: number === null ? words : [{ number }, ...words] },
    ],
  })
  const find = (accountId: Prisma.ConsultationWhereInput['accountId']) =>
    db.consultation.findMany({
      relationLoadStrategy: 'join',
      where: where(accountId),
      select: shown,
      orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }],
      take: mostFound,
    })
  const [own, others] = await Promise.all([
    find(known.accountId),
    isSupplier(actor) ? find({ not: known.accountId }) : [],
  ])
  const rows = [...own, ...others].toSorted(
    (a, b) => Number(b.number === number) - Number(a.number === number),
  )
  return rows.slice(0, mostFound).map((row) => linkable(known, row))
}

/**
 * What a consultation has to do with others, for its page.
 * @throws NotFound
 */
export async function openLinks(actor: Actor, id: string, q: string, db: Database = prisma) {
  const known = await getConsultation(actor, id, db)
  const [found, related, mergedHere] = await Promise.all([
    findLinkable(actor, known, q),
    db.consultationRelation.findMany({
      relationLoadStrategy: 'join',
      where: { consultationId: requireId(id), other: visibleConsultations(actor) },
      select: { other: { select: shown } },
      orderBy: { createdAt: 'asc' },
      take: 100,
    }),
    db.consultationMerge.findMany({
      relationLoadStrategy: 'join',
      where: { intoId: known.id, consultation: visibleConsultations(actor) },
      select: { mergedAt: true, consultation: { select: shown } },
      orderBy: { mergedAt: 'asc' },
      take: 100,
    }),
  ])
  const merged = await Promise.all(
    mergedHere.map(async ({ mergedAt, consultation }) => ({
      ...linkable(known, consultation),
      canUndo: await isUntouchedSince(known.id, mergedAt, db),
    })),
  )
  return {
    consultation: { ...namedConsultation(known), id: known.id },
    ...{ q, found, merged },
    related: related.map(({ other }) => linkable(known, other)),
    canLink: known.account.closedAt === null && consultationPolicy.post(actor, known, 'shared'),
    side: actor.side,
  }
}
