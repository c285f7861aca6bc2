import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import { workEvents } from '../events.ts'
import { workPolicy } from '../policy.ts'
import { findTagNamed, getTag } from '../queries/tags.server.ts'
import { visibleTaggings, visibleTags } from '../scope.server.ts'
import { tagColors, workLimits } from '../work.ts'

/** Puts a tag of the own side on it, by its name: one that nobody has used yet is made. @returns the tag's id. */
export async function tagConsultation(actor: Actor, consultationId: string, name: string): Promise<string> {
  return transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(workPolicy.tag(actor, consultation))
    const tag = await tagNamed(tx, actor, name)
    await putOn(tx, actor, consultation, tag)
    return tag.id
  })
}

/** Puts back a tag that was taken off. */
export async function retag(actor: Actor, consultationId: string, tagId: string): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(workPolicy.tag(actor, consultation))
    const tag = await getTag(actor, tagId, tx)
    if (tag.retiredAt) throw new Conflict('work:error.tagRetired', { tag: tag.name })
    await putOn(tx, actor, consultation, tag)
  })
}

async function putOn(
  tx: Tx,
  actor: Actor,
  consultation: KnownConsultation,
  tag: { id: string; name: string },
) {
  const { id: consultationId, accountId } = consultation
  const present = await tx.consultationTagging.count({
    where: { AND: [visibleTaggings(actor), { consultationId }] },
  })
  if (present >= workLimits.tags)
    throw new Invalid('name', 'work:error.tooManyTags', { max: workLimits.tags })
  const { count } = await tx.consultationTagging.createMany({
    data: [
      {
        ...{ consultationId, tagId: tag.id, accountId, taggedById: actor.membershipId, createdAt: now() },
        ...{ organizationId: actor.organizationId, side: actor.side },
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) throw new Conflict('work:error.taggedAlready', { tag: tag.name })
  const payload = { ...namedConsultation(consultation), tag: tag.name }
  await record(tx, actor, workEvents.tagged(consultation, payload, actor.side))
}

/** The tag that reads like this at present. Of two who make it at once the second uses the first one's. */
async function tagNamed(tx: Tx, actor: Actor, name: string): Promise<{ id: string; name: string }> {
  const { organizationId, side, membershipId } = actor
  const present = await findTagNamed(actor, name, tx)
  if (present) return present
  const count = await tx.consultationTag.count({ where: { AND: [visibleTags(actor), { retiredAt: null }] } })
  const max = workLimits.tagsOfSide
  if (count >= max) throw new Invalid('name', 'work:error.tooManyOfSide', { max })
  const color = tagColors[count % tagColors.length]
  await tx.$executeRaw`
    INSERT INTO consultation_tag (id, organization_id, side, name, color, created_by_id, created_at)
    VALUES (${uuidv7()}::uuid, ${organizationId}::uuid, ${side}::side, ${name}, ${color}, ${membershipId}::uuid, ${now()}::timestamptz)
    ON CONFLICT (organization_id, side, lower(name)) WHERE retired_at IS NULL DO NOTHING`
  const found = await findTagNamed(actor, name, tx)
  if (!found) throw new Conflict('common:error.changed')
  return found
}

/** Takes a tag of the own side off. */
export async function untagConsultation(actor: Actor, consultationId: string, tagId: string): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(workPolicy.tag(actor, consultation))
    const tag = await getTag(actor, tagId, tx)
    const { count } = await tx.consultationTagging.deleteMany({
      where: { consultationId: consultation.id, tagId: tag.id },
    })
    if (count === 0) throw new Conflict('work:error.notTagged', { tag: tag.name })
    const payload = { ...namedConsultation(consultation), tag: tag.name }
    await record(tx, actor, workEvents.untagged(consultation, payload, actor.side))
  })
}
