import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { assembleParts, changeDraft } from '#app/domain/consultations/parts/commands/assemble.server.ts'
import { contribute } from '#app/domain/consultations/parts/commands/contribute.server.ts'
import { releaseDraft, signDraft } from '#app/domain/consultations/parts/commands/release.server.ts'
import { askPart } from '#app/domain/consultations/parts/commands/split.server.ts'
import { openDraft, openParts } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { getConsultation } from '#app/domain/consultations/queries/consultation.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type NewFile, uploadAll } from '../files/upload.ts'
import { as, memberId } from '../stage.ts'
import { addressOf, type Moment, md, type Person, type Scene, type World } from '../timeline.ts'
import { idOf } from './linking.ts'
import { type Question, threadScenes } from './thread.ts'

type Does = (actor: Actor, id: string) => Promise<unknown>
/** Something done about the question whose subject holds these words. */
const scene = (about: string, by: Person, when: Moment, does: Does): Scene => ({
  when,
  tell: () => as(addressOf(by), async (actor) => does(actor, await idOf(about))),
})

interface Asked {
  about: string
  to: Person
  function: 'quality' | 'logistics'
  question: string
}
const asks = (when: Moment, { about, to, function: fn, question }: Asked): Scene =>
  scene(about, 'ingrid', when, async (actor, id) => {
    const dueOn = new Date(now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10)
    return askPart(actor, id, { question, function: fn, ownerId: await memberId(addressOf(to)), dueOn })
  })

interface Written {
  about: string
  question: string
  contribution: string
  files?: NewFile[]
}
const writes = (by: Person, when: Moment, { about, question, contribution, files }: Written): Scene => ({
  when,
  tell: async () => {
    const fileIds = await uploadAll(by, files)
    await as(addressOf(by), async (actor) => {
      const consultationId = await idOf(about)
      const { parts } = await openParts(actor, consultationId)
      const part = parts.find((each) => each.question === question)
      if (!part) throw new Error(`no part ${question}`)
      const { id: partId, revision } = part
      await contribute(actor, { consultationId, partId }, { contribution, act: 'handIn', fileIds, revision })
    })
  },
})

/** Assembled, with the functions that must sign; every file goes along. */
const drafts = (about: string, when: Moment, functions: MemberFunction[]): Scene =>
  scene(about, 'ingrid', when, async (actor, id) => {
    await assembleParts(actor, id)
    const { draft } = await openDraft(actor, id)
    const { body, revision, files } = draft
    await changeDraft(actor, id, { body, functions, fileIds: files.map((file) => file.id), revision })
  })

const signs = (about: string, by: Person, when: Moment): Scene =>
  scene(about, by, when, (actor, id) => signDraft(actor, id, { functions: ['engineering'], revision: 2 }))

const humid = '来料防潮袋湿度卡'
const card = 'May the modules be used once they were baked?'
const bags = 'Where was the bag damaged, and what ships instead?'

/** Ingrid needs quality and logistics for one answer; Dev has signed, the others have not. */
const drafted: Scene[] = [
  asks([56, 16], { about: humid, to: 'quinn', function: 'quality', question: card }),
  asks([56, 16, 5], { about: humid, to: 'tomas', function: 'logistics', question: bags }),
  writes('tomas', [56, 17], {
    ...{ about: humid, question: bags },
    contribution: 'At the carrier’s hub in Shanghai. Two new boxes leave on Thursday.',
  }),
  writes('quinn', [56, 18], {
    ...{ about: humid, question: card },
    contribution: 'Yes: 24 h at 90 °C, then within 168 h. The retained sample is dry.',
  }),
  drafts(humid, [56, 19], ['quality', 'logistics', 'engineering']),
  signs(humid, 'dev', [56, 20]),
]

const flatness: NewFile = {
  name: 'CMD-075-4 heat sink flatness.csv',
  type: 'text/csv',
  bytes: async () =>
    Buffer.from('position;flatness_mm\nleft;0.03\ncentre;0.05\nright;0.04\nlimit;0.08\n', 'utf8'),
}

const bent: Question = {
  account: 'lumen',
  by: 'lin',
  on: [51, 2],
  function: 'engineering',
  product: 'CMD-075-4',
  subject: 'CMD-075-4 到货时散热片轻微弯曲，能否继续使用',
  body: md`
昨天到货的 12 台 CMD-075-4 中有 3 台的散热片外侧弯曲约 2 mm，外箱角部有压痕。底面看起来没有变形。这几台能用吗？另外请换包装。
`,
}
const fins = '散热片轻微弯曲'
const flat = 'Is the base still flat enough, and what has to be checked before use?'
const boxes = 'What happened on the way, and which packing is used from now on?'

/** Ingrid split it, Dev signed, she released it with Quinn's measurement, and Lin accepted. */
const released: Scene[] = [
  asks([51, 16], { about: fins, to: 'quinn', function: 'quality', question: flat }),
  asks([51, 16, 5], { about: fins, to: 'tomas', function: 'logistics', question: boxes }),
  writes('quinn', [52, 16], {
    ...{ about: fins, question: flat, files: [flatness] },
    contribution: md`
Yes, if the base is flat within 0.08 mm over 100 mm: the fins outside do not carry heat to the base. We measured a bent one of
the same batch at 0.05 mm, see the table. Before use: visual check of the fan guard, and 10 minutes at nominal load.
`,
  }),
  writes('tomas', [52, 17], {
    ...{ about: fins, question: boxes },
    contribution:
      'The lower layer was stacked in transit. From the next shipment on: edge boards, and no second layer.',
  }),
  drafts(fins, [52, 18], ['engineering']),
  signs(fins, 'dev', [52, 19]),
  scene(fins, 'ingrid', [52, 20], (actor, id) => releaseDraft(actor, id, { revision: 2 })),
  scene(fins, 'lin', [53, 1], async (actor, id) => {
    const { answerMessageId } = await getConsultation(actor, id)
    await acceptAnswer(actor, id, { messageId: answerMessageId ?? '' })
  }),
]

export const partScenes = (world: World): Scene[] => [...threadScenes(bent, world), ...released, ...drafted]
