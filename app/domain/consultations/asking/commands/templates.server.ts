import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { templateEvents } from '../events.ts'
import { templatePolicy } from '../policy.ts'
import { getTemplate } from '../queries/templates.server.ts'
import type { TemplateInput } from '../template-form.ts'
import { inLanguage } from '../templates.ts'

/** Writes a template, a new one when no id is given. What was asked with it keeps its words. */
export async function writeTemplate(actor: Actor, id: string | null, input: TemplateInput): Promise<string> {
  const { names, fields, revision } = input
  return transact(async (tx) => {
    authorize(templatePolicy.write(actor, input.function))
    const { organizationId, membershipId } = actor
    const known = id ? await getTemplate(actor, id, tx) : null
    if (known) authorize(templatePolicy.write(actor, known.function))
    const data = { function: input.function, names, fields, updatedById: membershipId, updatedAt: now() }
    const templateId = id ?? uuidv7()
    if (known) {
      const { count } = await tx.consultationTemplate.updateMany({
        where: { id: templateId, revision: revision ?? known.revision },
        data: { ...data, revision: { increment: 1 } },
      })
      if (count === 0) throw new Conflict('asking:error.changedMeanwhile')
    } else await tx.consultationTemplate.create({ data: { id: templateId, organizationId, ...data } })
    const payload = { name: inLanguage(names, actor.language), function: input.function }
    await record(tx, actor, templateEvents.written({ id: templateId, organizationId }, payload, 'supplier'))
    return templateId
  })
}

/** Takes a template out of the form, or brings it back. */
export async function retireTemplate(actor: Actor, id: string, isRetired: boolean): Promise<void> {
  await transact(async (tx) => {
    const template = await getTemplate(actor, id, tx)
    authorize(templatePolicy.write(actor, template.function))
    if ((template.retiredAt !== null) === isRetired) return
    await tx.consultationTemplate.update({
      where: { id },
      data: { retiredAt: isRetired ? now() : null, updatedById: actor.membershipId, updatedAt: now() },
      select: { id: true },
    })
    const subject = { id, organizationId: actor.organizationId }
    const payload = { name: inLanguage(template.names, actor.language), function: template.function }
    const happened = isRetired ? templateEvents.retired : templateEvents.restored
    await record(tx, actor, happened(subject, payload, 'supplier'))
  })
}
