import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { prisma, transact } from '#app/platform/database/database.server.ts'
import { Conflict, DomainError } from '#app/platform/errors.ts'
import { getConsultation } from '../../queries/consultation.server.ts'
import { visibleConsultations } from '../../scope.server.ts'
import { batchActsOf } from '../policy.ts'
import { findTagNamed } from '../queries/tags.server.ts'
import { tidyTag } from '../work.ts'
import { type BatchInput, readAct, type Shape } from './batch.ts'
import { givenOf, perform } from './perform.server.ts'
import { shapeOf } from './shape.server.ts'

export interface BatchOutcome {
  id: string
  done: number
  refused: number
}

/**
 * Does one act to several consultations: each in a transaction of its own, so that one that cannot be done holds up no
 * other, and what became of each is written down with it. Those that the actor does not see are left out.
 */
export async function runBatch(actor: Actor, input: BatchInput): Promise<BatchOutcome> {
  authorize(batchActsOf(actor).some((act) => act === input.act))
  const visible = await prisma.consultation.findMany({
    where: { AND: [{ id: { in: input.ids } }, visibleConsultations(actor)] },
    select: { id: true, accountId: true },
  })
  if (visible.length === 0) throw new Conflict('work:error.nothingChosen')
  const places = visible.toSorted((a, b) => input.ids.indexOf(a.id) - input.ids.indexOf(b.id))
  const { id } = await prisma.workBatch.create({
    data: {
      ...{ organizationId: actor.organizationId, side: actor.side, membershipId: actor.membershipId },
      ...{ act: input.act, given: await givenOf(actor, input), createdAt: now() },
    },
    select: { id: true },
  })
  let done = 0
  for (const [position, place] of places.entries()) {
    const entry = { batchId: id, consultationId: place.id, accountId: place.accountId, position }
    if (await runOne(actor, input, entry)) done += 1
  }
  return { id, done, refused: places.length - done }
}

type Entry = Pick<
  Prisma.WorkBatchEntryUncheckedCreateInput,
  'batchId' | 'consultationId' | 'accountId' | 'position'
>

/** @returns whether it was done. */
async function runOne(actor: Actor, input: BatchInput, entry: Entry): Promise<boolean> {
  const { consultationId } = entry
  try {
    await transact(async (tx) => {
      const tagId = await presentTag(actor, input)
      const before = await shapeOf(tx, input.act, { actor, consultationId, tagId })
      const touched = await perform(actor, await getConsultation(actor, consultationId, tx), input)
      const after = await shapeOf(tx, input.act, { actor, consultationId, tagId: touched })
      const shapes = {
        before: asJson({ ...before, ...(touched ? { tagId: touched } : {}) }),
        after: asJson(after),
      }
      await tx.workBatchEntry.create({ data: { ...entry, ...shapes }, select: { position: true } })
    })
    return true
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const refusal = encodeMessage(error.messageKey, error.values)
    await prisma.workBatchEntry.create({ data: { ...entry, refusal }, select: { position: true } })
    return false
  }
}

/** The tag that a name means at present; none where the act makes it. */
async function presentTag(actor: Actor, input: BatchInput): Promise<string | undefined> {
  if (readAct(input.act) === 'untag' && 'tagId' in input) return input.tagId
  if (input.act !== 'tag') return undefined
  return (await findTagNamed(actor, tidyTag(input.name)))?.id
}

const asJson = (shape: Shape) => ({ ...shape }) as Prisma.InputJsonObject
