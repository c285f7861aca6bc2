import { uuidv7 } from 'uuidv7'
import { endQuestion } from '#app/domain/consultations/asking/commands/end-question.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { as } from '../stage.ts'
import { addressOf, type Moment, type Person, type Scene, type World } from '../timeline.ts'

/** A question that was not sent: the note with the lowest number that the person sees had answered it. */
function ends(by: Person, account: 'lumen' | 'aurora', when: Moment, world: World): Scene {
  const tell = () =>
    as(addressOf(by), async (actor) => {
      const note = await prisma.document.findFirstOrThrow({
        where: { kind: 'technical_note', number: 1 },
        select: { id: true },
      })
      await endQuestion(actor, {
        ...{ accountId: world.accounts[account], function: 'engineering', documentId: note.id },
        formKey: uuidv7(),
      })
    })
  return { when, tell }
}

/** How people came to ask, or not to. */
export function askingScenes(world: World): Scene[] {
  return [
    ends('lin', 'lumen', [41, 2], world),
    ends('lin', 'lumen', [52, 6], world),
    ends('rui', 'aurora', [47, 10], world),
  ]
}
