import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { namedConsultation } from '../../queries/consultation.server.ts'
import { visibleConsultations } from '../../scope.server.ts'
import type { mailViews } from '../forms.ts'
import { visibleReceivedMails } from '../scope.server.ts'

const known = {
  id: true,
  status: true,
  reason: true,
  fromAddress: true,
  subject: true,
  envelopeFrom: true,
  recipient: true,
  rawKey: true,
  size: true,
  userId: true,
  membershipId: true,
  consultationId: true,
  supplierId: true,
  accountId: true,
  lane: true,
  receivedAt: true,
} satisfies Prisma.ReceivedMailSelect

export type KnownMail = Prisma.ReceivedMailGetPayload<{ select: typeof known }>

/** @throws NotFound */
export async function getReceivedMail(actor: Actor, id: unknown, db: Database = prisma): Promise<KnownMail> {
  const mail = await db.receivedMail.findFirst({
    where: { AND: [{ id: requireId(id) }, await visibleReceivedMails(actor, db)] },
    select: known,
  })
  if (!mail) throw new NotFound()
  return mail
}

interface Asked {
  view: (typeof mailViews)[number] | null
  after: string | null
}

/** Newest first; each with the consultation that it is about, where the actor sees that one. */
export async function listReceivedMails(
  actor: Actor,
  { view, after }: Asked,
): Promise<Page<ReceivedMailRow>> {
  const cursor = decodeCursor(after)
  const mails = await prisma.receivedMail.findMany({
    where: {
      AND: [
        await visibleReceivedMails(actor),
        view ? { status: view } : {},
        // Ids are in the order of time.
        cursor ? { id: { lt: cursor.id } } : {},
      ],
    },
    select: known,
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  })
  const page = pageOf(mails, pageSize, ({ receivedAt, id }) => ({ at: receivedAt, id }))
  const about = await findAbout(actor, page.items)
  return {
    ...page,
    items: page.items.map((mail) => rowOf(mail, about.get(mail.consultationId ?? '') ?? null)),
  }
}

function rowOf(mail: KnownMail, about: About | null) {
  const { id, status, reason, fromAddress, subject, receivedAt } = mail
  return { id, status, reason, fromAddress, subject, receivedAt, about }
}
export type ReceivedMailRow = ReturnType<typeof rowOf>

export interface About {
  id: string
  number: string
  subject: string
}

/** The consultations that mails are about, by id. */
export async function findAbout(
  actor: Actor,
  mails: Pick<KnownMail, 'consultationId'>[],
): Promise<Map<string, About>> {
  const ids = [...new Set(mails.flatMap(({ consultationId }) => consultationId ?? []))]
  if (ids.length === 0) return new Map()
  const found = await prisma.consultation.findMany({
    where: { AND: [{ id: { in: ids } }, visibleConsultations(actor)] },
    select: { id: true, number: true, subject: true },
  })
  return new Map(found.map((each) => [each.id, { id: each.id, ...namedConsultation(each) }]))
}
