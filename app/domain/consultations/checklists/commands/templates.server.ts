import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { checklistTemplateEvents } from '../events.ts'
import type { ChecklistTemplateInput } from '../forms.ts'
import { checklistPolicy } from '../policy.ts'
import { getChecklistTemplate } from '../queries/templates.server.ts'

/** Writes a template, a new one when no id is given. Lists that were started with it stay as they are. */
export async function writeChecklistTemplate(
  actor: Actor,
  id: string | null,
  { name, function: of, items, revision }: ChecklistTemplateInput,
): Promise<string> {
  return transact(async (tx) => {
    const known = id ? await getChecklistTemplate(actor, id, tx) : null
    authorize(checklistPolicy.writeTemplate(actor))
    const { organizationId, side, membershipId } = actor
    const data = { name, function: of ?? null, items, updatedById: membershipId, updatedAt: now() }
    const templateId = id ?? uuidv7()
    if (known) {
      const { count } = await tx.checklistTemplate.updateMany({
        where: { id: templateId, revision: revision ?? known.revision },
        data: { ...data, revision: { increment: 1 } },
      })
      if (count === 0) throw new Conflict('checklists:error.changedMeanwhile')
    } else await tx.checklistTemplate.create({ data: { id: templateId, organizationId, side, ...data } })
    const payload = { name, function: of ?? null }
    const subject = { id: templateId, organizationId }
    await record(tx, actor, checklistTemplateEvents.written(subject, payload, side))
    return templateId
  })
}

/** Takes a template out of the choice, or brings it back. */
export async function retireChecklistTemplate(actor: Actor, id: string, isRetired: boolean): Promise<void> {
  await transact(async (tx) => {
    const template = await getChecklistTemplate(actor, id, tx)
    authorize(checklistPolicy.writeTemplate(actor))
    if ((template.retiredAt !== null) === isRetired) return
    await tx.checklistTemplate.update({
      where: { id },
      data: { retiredAt: isRetired ? now() : null, updatedById: actor.membershipId, updatedAt: now() },
      select: { id: true },
    })
    const payload = { name: template.name, function: template.function }
    const happened = isRetired ? checklistTemplateEvents.retired : checklistTemplateEvents.restored
    await record(tx, actor, happened({ id, organizationId: actor.organizationId }, payload, actor.side))
  })
}
