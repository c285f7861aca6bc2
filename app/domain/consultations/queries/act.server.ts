import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { consultationPolicy } from '../policy.ts'
import { getConsultation, type KnownConsultation, namedConsultation } from './consultation.server.ts'

type Act = 'post' | 'answer' | 'accept' | 'reopen' | 'assign' | 'decide' | 'rate' | 'close'

/** Finds a consultation for the page of an act, and refuses whoever may not do it at all. */
export async function openAct(actor: Actor, id: string, act: Act) {
  const consultation = await getConsultation(actor, id)
  authorize(
    act === 'post'
      ? consultationPolicy.post(actor, consultation, 'shared')
      : consultationPolicy[act](actor, consultation),
  )
  return { ...namedConsultation(consultation), id: consultation.id, known: consultation }
}

/** The names of the two sides, for the words that say who reads. */
export async function sidesOf(consultation: Pick<KnownConsultation, 'accountId'>) {
  const { supplier, customer } = await sidesIn(consultation)
  return { supplier: supplier.name, customer: customer.name }
}

/** The two sides with their zones. */
export async function sidesIn({ accountId }: Pick<KnownConsultation, 'accountId'>, db: Database = prisma) {
  const organization = { select: { name: true, timeZone: true } }
  return db.account.findFirstOrThrow({
    relationLoadStrategy: 'join',
    where: { id: accountId },
    select: { supplier: organization, customer: organization },
  })
}
