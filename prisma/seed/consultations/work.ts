import { runBatch } from '#app/domain/consultations/work/batches/run.server.ts'
import { undoBatch } from '#app/domain/consultations/work/batches/undo.server.ts'
import { closeConsultation } from '#app/domain/consultations/work/commands/close.server.ts'
import { promiseDay } from '#app/domain/consultations/work/commands/due.server.ts'
import { snoozeConsultation } from '#app/domain/consultations/work/commands/snooze.server.ts'
import { tagConsultation } from '#app/domain/consultations/work/commands/tagging.server.ts'
import { takeOver } from '#app/domain/consultations/work/commands/take-over.server.ts'
import { watchConsultation } from '#app/domain/consultations/work/commands/watch.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { as, dayOf } from '../stage.ts'
import { addressOf, type Person, type Scene } from '../timeline.ts'
import { asksBack } from './clocks.ts'
import { type Question, says } from './thread.ts'

/** Settled without an answer: one that nobody needs any more, one whose asker never came back. */
export const workQuestions: Question[] = [
  {
    ...{ account: 'lumen', by: 'chen', on: [49, 3], function: 'account_management' },
    subject: '2024 版框架协议附件 3 的双语扫描件',
    body: '审计需要 2024 版框架协议附件 3 的双语扫描件，请发一份。',
    turns: [closes('chen', [49, 8], '已在法务档案中找到原件，不再需要。')],
  },
  {
    ...{ account: 'kholod', by: 'oleg', on: [41, 6], function: 'logistics' },
    subject: 'Отгрузка без верхней обрешётки',
    body: 'Можно ли отгружать поддоны без верхней обрешётки? Кран у нас берёт только открытый верх.',
    turns: [
      asksBack(
        'tomas',
        [41, 17],
        'Possible for loads that are not stacked. Which carrier collects them, and does he stack?',
      ),
      closes(
        'tomas',
        [57, 17],
        'Oleg, I close this for now, because I have heard nothing for two weeks. Write here at any time: that opens it again.',
      ),
    ],
  },
  {
    ...{ account: 'lumen', by: 'wu', on: [52, 2], function: 'logistics' },
    subject: '托盘高度能否降到 1.6 m',
    body: '新货架的净高为 1.65 m。CMD-110-4 的托盘能否从 1.8 m 降到 1.6 m？',
    turns: [
      says('tomas', [52, 17], 'Yes: five layers instead of six, 1.58 m. From which delivery on?'),
      says('wu', [53, 2], '从下月第一批开始。一个集装箱还能装多少台？'),
    ],
  },
]

function closes(by: Person, on: readonly [number, number], reason: string) {
  return { on, tell: (id: string) => as(addressOf(by), (actor) => closeConsultation(actor, id, reason)) }
}

/** The consultation whose subject begins like this, as the person sees it. */
const find = (subject: string) =>
  prisma.consultation.findFirstOrThrow({
    where: { subject: { startsWith: subject } },
    select: { id: true, assigneeId: true },
  })

/** How Halden and Lumen keep their own order, and what is promised. */
export const workScenes: Scene[] = [
  {
    when: [55, 19],
    tell: () =>
      as(addressOf('quinn'), async (actor) => {
        const { id } = await find('来料防潮袋')
        await promiseDay(actor, id, { dueOn: dayOf(58), isShown: true })
        await tagConsultation(actor, id, 'Lot 2447')
      }),
  },
  {
    when: [59, 18],
    tell: () =>
      as(addressOf('ingrid'), async (actor) => {
        const [hot, cold, aged] = await Promise.all(['PM-650-50-L2', 'Пуск при', 'Vida dos'].map(find))
        const ids = [hot, cold, aged].flatMap((each) => (each ? [each.id] : []))
        await runBatch(actor, { act: 'tag', ids, name: 'Climate chamber' })
        await promiseDay(actor, hot?.id ?? '', { dueOn: dayOf(64), isShown: true })
        await snoozeConsultation(actor, cold?.id ?? '', { until: 'monday' })
        await watchConsultation(actor, (await find('来料防潮袋')).id, true)
      }),
  },
  {
    when: [59, 19],
    tell: () =>
      as(addressOf('quinn'), async (actor) => {
        const { id, assigneeId } = await find('Протоколы выходных')
        if (assigneeId !== actor.membershipId)
          await takeOver(actor, id, {
            previousId: assigneeId ?? undefined,
            reason: 'The test benches are mine: I can export the reports by serial number today.',
          })
        await tagConsultation(actor, id, 'Test bench')
      }),
  },
  {
    when: [59, 20],
    tell: () =>
      as(addressOf('tomas'), async (actor) => {
        const found = await Promise.all(['合肥工厂', '托盘高度', 'Возврат', 'Отгрузка'].map(find))
        const ids = found.map(({ id }) => id)
        await runBatch(actor, { act: 'tag', ids, name: 'Packaging' })
        const { id } = await runBatch(actor, { act: 'due', ids, dueOn: dayOf(62), isShown: false })
        await undoBatch(actor, id)
        await promiseDay(actor, ids[0] ?? '', { dueOn: dayOf(61), isShown: false })
      }),
  },
  {
    when: [59, 5],
    tell: () =>
      as(addressOf('lin'), async (actor) => {
        const { id } = await find('PM-650-50-L2')
        await tagConsultation(actor, id, '三号线')
        await tagConsultation(actor, (await find('来料防潮袋')).id, '三号线')
        await watchConsultation(actor, (await find('合肥工厂')).id, true)
      }),
  },
]
