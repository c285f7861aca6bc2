import type { Actor } from '#app/domain/access/actor.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { assignConsultation } from '../../commands/assign.server.ts'
import { closeConsultation } from '../commands/close.server.ts'
import { promiseDay } from '../commands/due.server.ts'
import { snoozeConsultation } from '../commands/snooze.server.ts'
import { tagConsultation, untagConsultation } from '../commands/tagging.server.ts'
import { takeOver } from '../commands/take-over.server.ts'
import { visibleTags } from '../scope.server.ts'
import type { BatchInput } from './batch.ts'

/** Does it to one of them by the command that does it to a single one. @returns the tag, where it is about one. */
export async function perform(
  actor: Actor,
  consultation: { id: string; assigneeId: string | null },
  input: BatchInput,
): Promise<string | undefined> {
  const { id } = consultation
  const previousId = consultation.assigneeId ?? undefined
  switch (input.act) {
    case 'assign':
      if (input.assigneeId === previousId) throw new Conflict('consultations:error.hasItAlready')
      await assignConsultation(actor, id, { assigneeId: input.assigneeId, previousId })
      return
    case 'take_over':
      await takeOver(actor, id, { previousId, reason: input.reason || undefined })
      return
    case 'tag':
      return await tagConsultation(actor, id, input.name)
    case 'untag':
      await untagConsultation(actor, id, input.tagId)
      return input.tagId
    case 'snooze':
      await snoozeConsultation(actor, id, input)
      return
    case 'close':
      await closeConsultation(actor, id, input.reason)
      return
    case 'due':
      await promiseDay(actor, id, input)
      return
  }
}

/** What was chosen, in the words in which it is told of later: a name, a tag, a day. */
export async function givenOf(actor: Actor, input: BatchInput): Promise<string> {
  switch (input.act) {
    case 'assign':
      return nameOf(input.assigneeId)
    case 'tag':
      return input.name
    case 'untag': {
      const where = { AND: [visibleTags(actor), { id: input.tagId }] }
      return (await prisma.consultationTag.findFirst({ where, select: { name: true } }))?.name ?? ''
    }
    case 'due':
      return input.dueOn ?? ''
    default:
      return ''
  }
}

async function nameOf(id: string): Promise<string> {
  return (await prisma.membership.findFirst({ where: { id }, select: { name: true } }))?.name ?? ''
}
