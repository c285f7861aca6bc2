import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { isUniqueViolation, transact } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { documentPolicy } from '../../policy.ts'
import { templateEvents } from '../events.ts'
import type { TemplateInput } from '../forms.ts'
import { getTemplate } from '../queries/templates.server.ts'

/** Writes a template, a new one when no id is given. */
export async function writeTemplate(actor: Actor, id: string | null, input: TemplateInput): Promise<void> {
  authorize(documentPolicy.create(actor))
  const { organizationId, membershipId } = actor
  try {
    await transact(async (tx) => {
      if (id) await getTemplate(actor, id, tx)
      const data = { ...input, organizationId, updatedById: membershipId, updatedAt: now() }
      const template = id
        ? await tx.documentTemplate.update({ where: { id }, data, select: { id: true } })
        : await tx.documentTemplate.create({ data, select: { id: true } })
      const subject = { id: template.id, organizationId }
      await record(tx, actor, templateEvents.written(subject, { title: input.title }, 'supplier'))
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Invalid('title', 'writing:templates.titleTaken')
    throw error
  }
}

/** Removes a template; what was begun with it stays. */
export async function removeTemplate(actor: Actor, id: string): Promise<void> {
  await transact(async (tx) => {
    const { title } = await getTemplate(actor, id, tx)
    await tx.documentTemplate.delete({ where: { id }, select: { id: true } })
    const subject = { id, organizationId: actor.organizationId }
    await record(tx, actor, templateEvents.removed(subject, { title }, 'supplier'))
  })
}
