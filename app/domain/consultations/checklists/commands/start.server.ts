import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { laneSides } from '../../consultation.ts'
import { consultationPolicy } from '../../policy.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { checklistLimits } from '../checklist.ts'
import { checklistEvents } from '../events.ts'
import type { StartInput } from '../forms.ts'
import { listTemplatesFor } from '../queries/templates.server.ts'

/**
 * Puts a checklist on a consultation, for the own side or, where that is chosen, for both. What a template says later does not
 * change it.
 * @throws NotFound, Forbidden, Invalid, Conflict
 */
export async function startChecklist(
  actor: Actor,
  consultationId: string,
  input: StartInput,
): Promise<string> {
  return transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    const { lane } = input
    authorize(consultationPolicy.post(actor, consultation, lane))
    const there = await tx.consultationChecklist.count({ where: { consultationId: consultation.id } })
    if (there >= checklistLimits.onConsultation) throw new Conflict('checklists:error.manyLists')
    const { name, items } = await wordsOf(tx, actor, input)
    const id = uuidv7()
    const place = { accountId: consultation.accountId, lane }
    await tx.consultationChecklist.create({
      data: {
        ...place,
        id,
        consultationId: consultation.id,
        name,
        startedById: actor.membershipId,
        startedAt: now(),
      },
      select: { id: true },
    })
    await tx.checklistItem.createMany({
      data: items.map((text, position) => ({ ...place, checklistId: id, position, text })),
    })
    const payload = { ...namedConsultation(consultation), lane, checklistId: id, name }
    await record(tx, actor, checklistEvents.checklistStarted(consultation, payload, laneSides[lane]))
    return id
  })
}

async function wordsOf(tx: Tx, actor: Actor, { templateId, name = '', items = [] }: StartInput) {
  if (!templateId) return { name, items }
  const template = (await listTemplatesFor(actor, tx)).find(({ id }) => id === templateId)
  if (!template) throw new Invalid('templateId', 'common:error.unknown')
  return template
}
