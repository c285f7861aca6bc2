import { suggestAnswers } from '#app/domain/consultations/asking/queries/suggestions.server.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import type { AskInput } from '#app/domain/consultations/forms.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { PersonName, World } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'

interface NewDocument {
  title: string
  body: string
  language?: string
  /** Null for every account of the supplier. */
  accountId?: string | null
  isReleased?: boolean
}

let number = 500

/** A technical note for engineering, written past all rules. */
export async function document(world: World, given: NewDocument): Promise<string> {
  const { title, body, language = 'en', accountId = null, isReleased = true } = given
  const db = unscopedPrisma()
  const { ingrid, dev } = world.people
  const common = { organizationId: world.organizations.halden, title, language }
  const row = await db.document.create({
    data: {
      ...{ ...common, kind: 'technical_note', number: ++number, ownerId: ingrid.membershipId },
      status: isReleased ? 'released' : 'draft',
    },
  })
  const version = await db.documentVersion.create({
    data: { ...common, documentId: row.id, version: 1, body, authorId: ingrid.membershipId },
  })
  const line = { documentId: row.id, organizationId: common.organizationId, accountId }
  await db.documentAudience.create({ data: { ...line, functions: ['engineering'] } })
  if (!isReleased) return row.id
  await db.documentVersion.update({
    where: { id: version.id },
    data: { status: 'released', releasedById: dev.membershipId, releasedAt: new Date() },
  })
  await db.document.update({ where: { id: row.id }, data: { releasedVersionId: version.id } })
  return row.id
}

interface Settled extends Partial<AskInput> {
  by: PersonName
  answeredBy: PersonName
  account: 'lumen' | 'aurora'
  answer: string
}

/** A consultation that was asked, answered and accepted. */
export async function settled(world: World, given: Settled): Promise<string> {
  const { by, answeredBy, account, answer, ...changes } = given
  const { people, accounts } = world
  const id = await ask(people[by], accounts[account], changes)
  const supplier = people[answeredBy]
  await as(supplier, () => answerConsultation(supplier, id, { body: answer, fileIds: [] }))
  const { answerMessageId } = await as(people[by], () => getThread(people[by], id))
  await as(people[by], () => acceptAnswer(people[by], id, { messageId: answerMessageId ?? '' }))
  return id
}

interface Typed {
  function?: string
  productId?: string
  account?: 'lumen' | 'aurora'
}

/** What a person is offered for a text. */
export function offered(world: World, person: PersonName, text: string, typed: Typed = {}) {
  const actor = world.people[person]
  return as(actor, () =>
    suggestAnswers(actor, {
      accountId: world.accounts[typed.account ?? 'lumen'],
      text,
      function: typed.function ?? 'engineering',
      productId: typed.productId ?? null,
    }),
  )
}
