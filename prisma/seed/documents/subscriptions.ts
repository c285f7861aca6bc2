import { subscribe } from '#app/domain/documents/subscriptions/commands/subscribe.server.ts'
import { as } from '../stage.ts'
import { addressOf, known, type Person, type Scene, type World } from '../timeline.ts'

/** Who wants to hear of more than the notes that are meant for it. */
export function subscriptionScenes(world: World): Scene[] {
  const begins = (by: Person, day: number, target: () => Parameters<typeof subscribe>[1]): Scene => ({
    when: [day, 15],
    tell: () => as(addressOf(by), (actor) => subscribe(actor, target())),
  })
  return [
    begins('marcus', 20, () => ({ kind: 'technical_note' })),
    begins('quinn', 20, () => ({ productId: known(world.products, 'CMD-110-4') })),
    begins('lin', 30, () => ({ documentId: known(world.notes, 'derating') })),
  ]
}
