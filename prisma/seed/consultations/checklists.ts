import { assignItem, tickItem } from '#app/domain/consultations/checklists/commands/items.server.ts'
import { startChecklist } from '#app/domain/consultations/checklists/commands/start.server.ts'
import { writeChecklistTemplate } from '#app/domain/consultations/checklists/commands/templates.server.ts'
import { ChecklistTemplateForm } from '#app/domain/consultations/checklists/forms.ts'
import { openChecklists } from '#app/domain/consultations/checklists/queries/checklists.server.ts'
import { as, memberId } from '../stage.ts'
import { addressOf, type Moment, type Person, type Scene } from '../timeline.ts'
import { idOf } from './linking.ts'

const question = '来料防潮袋湿度卡'
const eightD = {
  ...{ name: 'Incoming complaint, first 24 hours', function: 'quality' },
  items: [
    'Batch and quantity confirmed with the customer',
    'Stock of the same batch on hold, here and at the customer',
    'Retained sample of the batch inspected',
    'Delivery note and bag seal protocol found',
    'First statement agreed with engineering',
  ].join('\n'),
}

const starts = (by: Person, when: Moment, input: Parameters<typeof startChecklist>[2] | null): Scene => ({
  when,
  tell: () =>
    as(addressOf(by), async (actor) => {
      const id = await idOf(question)
      const { templates } = await openChecklists(actor, id)
      await startChecklist(actor, id, input ?? { lane: 'internal', templateId: templates[0]?.id })
    }),
})

/** Does the item that begins so, or says who is to. */
const does = (by: Person, when: Moment, words: string, to?: Person): Scene => ({
  when,
  tell: () =>
    as(addressOf(by), async (actor) => {
      const consultationId = await idOf(question)
      const { checklists } = await openChecklists(actor, consultationId)
      const item = checklists.flatMap(({ items }) => items).find(({ text }) => text.startsWith(words))
      if (!item) throw new Error(`no item ${words}`)
      const place = { consultationId, itemId: item.id }
      if (to) await assignItem(actor, place, await memberId(addressOf(to)))
      else await tickItem(actor, place, true)
    }),
})

/** Quinn works a complaint off by the list of the house; Chen keeps an own one that Halden does not see. */
export const checklistScenes: Scene[] = [
  {
    when: [40, 19],
    tell: () =>
      as('admin@halden.example', (actor) =>
        writeChecklistTemplate(actor, null, ChecklistTemplateForm.parse(eightD)),
      ),
  },
  starts('quinn', [55, 17], null),
  does('quinn', [55, 17, 10], 'Batch and quantity'),
  does('quinn', [55, 17, 20], 'First statement', 'ingrid'),
  does('quinn', [55, 18], 'Stock of the same'),
  starts('chen', [56, 2], {
    ...{ lane: 'private', name: '批次 2447 内部处理' },
    items: ['隔离仓库库存', '通知生产计划', '评估索赔'],
  }),
  does('chen', [56, 2, 30], '隔离仓库库存'),
]
