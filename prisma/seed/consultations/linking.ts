import { askConsultation } from '#app/domain/consultations/commands/ask.server.ts'
import { mergeConsultation } from '#app/domain/consultations/linking/commands/merge.server.ts'
import { relateConsultations } from '#app/domain/consultations/linking/commands/relate.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { as } from '../stage.ts'
import { addressOf, known, type Moment, md, type Person, type Scene, type World } from '../timeline.ts'

/** The consultation with these words in its subject, as whoever acts sees it. */
export async function idOf(words: string): Promise<string> {
  const { id } = await prisma.consultation.findFirstOrThrow({
    where: { subject: { contains: words } },
    select: { id: true },
    orderBy: { number: 'asc' },
  })
  return id
}

const relates = (by: Person, when: Moment, one: string, other: string): Scene => ({
  when,
  tell: () =>
    as(addressOf(by), async (actor) => relateConsultations(actor, await idOf(one), await idOf(other))),
})

/** Chen asks what Lin has asked the day before; Quinn sees it and lets it go on there. */
function duplicate(world: World): Scene[] {
  return [
    {
      when: [55, 2],
      tell: () =>
        as(addressOf('chen'), (actor) =>
          askConsultation(actor, {
            accountId: world.accounts.lumen,
            function: 'quality',
            productId: known(world.products, 'PM-650-30'),
            subject: '批次 2447 的模块能否先上线？仓库说湿度卡已变色',
            body: md`
仓库今早报告批次 2447 有几袋湿度卡变粉。产线明天就要用这批模块。

可以直接用吗，还是需要烘烤？烘烤的话需要多长时间？
`,
            fileIds: [],
          }),
        ),
    },
    {
      when: [55, 16],
      tell: () =>
        as(addressOf('quinn'), async (actor) =>
          mergeConsultation(actor, await idOf('仓库说湿度卡已变色'), await idOf('来料防潮袋湿度卡')),
        ),
    },
  ]
}

/** What has to do with what: within an account, and across two, which only Halden sees. */
export function linkingScenes(world: World): Scene[] {
  return [
    ...duplicate(world),
    relates('ingrid', [51, 17], '制动时报 F07', '编码器在 50 Hz'),
    relates('marcus', [52, 16], '海拔 1900 m', 'Vida dos condensadores'),
  ]
}
