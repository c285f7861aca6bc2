import type { Actor } from '#app/domain/access/actor.ts'
import { assembleParts, changeDraft } from '#app/domain/consultations/parts/commands/assemble.server.ts'
import { contribute } from '#app/domain/consultations/parts/commands/contribute.server.ts'
import { signDraft } from '#app/domain/consultations/parts/commands/release.server.ts'
import { askPart } from '#app/domain/consultations/parts/commands/split.server.ts'
import { openDraft, openParts } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { as, memberId } from '../stage.ts'
import { addressOf, type Moment, type Person, type Scene } from '../timeline.ts'
import { idOf } from './linking.ts'

const scene = (by: Person, when: Moment, does: (actor: Actor, id: string) => Promise<unknown>): Scene => ({
  when,
  tell: () => as(addressOf(by), async (actor) => does(actor, await idOf('来料防潮袋湿度卡'))),
})

const asks = (to: Person, when: Moment, fn: 'quality' | 'logistics', question: string): Scene =>
  scene('ingrid', when, async (actor, id) => {
    const dueOn = new Date(now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10)
    return askPart(actor, id, { question, function: fn, ownerId: await memberId(addressOf(to)), dueOn })
  })

const writes = (by: Person, when: Moment, question: string, contribution: string): Scene =>
  scene(by, when, async (actor, id) => {
    const { parts } = await openParts(actor, id)
    const part = parts.find((each) => each.question === question)
    if (!part) throw new Error(`no part ${question}`)
    const place = { consultationId: id, partId: part.id }
    await contribute(actor, place, { contribution, act: 'handIn', revision: part.revision })
  })

const card = 'May the modules be used once they were baked?'
const bags = 'Where was the bag damaged, and what ships instead?'

/** Ingrid needs quality and logistics for one answer; Dev has signed, the others have not. */
export const partScenes: Scene[] = [
  asks('quinn', [56, 16], 'quality', card),
  asks('tomas', [56, 16, 5], 'logistics', bags),
  writes('tomas', [56, 17], bags, 'At the carrier’s hub in Shanghai. Two new boxes leave on Thursday.'),
  writes('quinn', [56, 18], card, 'Yes: 24 h at 90 °C, then within 168 h. The retained sample is dry.'),
  scene('ingrid', [56, 19], async (actor, id) => {
    await assembleParts(actor, id)
    const { draft } = await openDraft(actor, id)
    const functions = [...draft.functions, 'engineering' as const]
    await changeDraft(actor, id, { body: draft.body, functions, revision: draft.revision })
  }),
  scene('dev', [56, 20], (actor, id) => signDraft(actor, id, { functions: ['engineering'], revision: 2 })),
]
