import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { tagEvents } from '../events.ts'
import type { ChangeTagInput } from '../forms.ts'
import { workPolicy } from '../policy.ts'
import { findTagNamed, getTag } from '../queries/tags.server.ts'

const aboutTag = (actor: Actor, id: string) => ({ id, organizationId: actor.organizationId })

/** Another name or another colour; every consultation that has it shows that. */
export async function changeTag(actor: Actor, tagId: string, { name, color }: ChangeTagInput): Promise<void> {
  await transact(async (tx) => {
    const tag = await openTag(tx, actor, tagId)
    const alike = await findTagNamed(actor, name, tx)
    if (alike && alike.id !== tag.id) throw new Invalid('name', 'work:error.tagTwice', { tag: alike.name })
    await tx.consultationTag.updateMany({ where: { id: tag.id, retiredAt: null }, data: { name, color } })
    const payload = { name, previous: tag.name }
    await record(tx, actor, tagEvents.changed(aboutTag(actor, tag.id), payload, actor.side))
  })
}

/** Everything that has the one gets the other, and the one is given no longer. */
export async function mergeTag(actor: Actor, tagId: string, intoId: string): Promise<void> {
  await transact(async (tx) => {
    const tag = await openTag(tx, actor, tagId)
    if (intoId === tag.id) throw new Invalid('intoId', 'common:error.choose')
    const into = await openTag(tx, actor, intoId)
    await tx.$executeRaw`SELECT app_merge_tags(${tag.id}::uuid, ${into.id}::uuid)`
    await retire(tx, tag.id)
    const payload = { name: tag.name, into: into.name }
    await record(tx, actor, tagEvents.merged(aboutTag(actor, tag.id), payload, actor.side))
  })
}

/** It is given no longer; where it stands it stays. */
export async function retireTag(actor: Actor, tagId: string): Promise<void> {
  await transact(async (tx) => {
    const tag = await openTag(tx, actor, tagId)
    await retire(tx, tag.id)
    await record(tx, actor, tagEvents.retired(aboutTag(actor, tag.id), { name: tag.name }, actor.side))
  })
}

async function openTag(tx: Tx, actor: Actor, id: string) {
  const tag = await getTag(actor, id, tx)
  authorize(workPolicy.changeTags(actor))
  if (tag.retiredAt) throw new Conflict('work:error.tagRetired', { tag: tag.name })
  return tag
}

async function retire(tx: Tx, id: string): Promise<void> {
  const { count } = await tx.consultationTag.updateMany({
    where: { id, retiredAt: null },
    data: { retiredAt: now() },
  })
  if (count !== 1) throw new Conflict('common:error.changed')
}
