import { releaseTranslation } from '#app/domain/documents/translations/commands/release.server.ts'
import { writeTranslation } from '#app/domain/documents/translations/commands/write.server.ts'
import type { TranslationInput } from '#app/domain/documents/translations/forms.ts'
import { getTranslation } from '#app/domain/documents/translations/queries/edit.server.ts'
import { addAuthor } from '#app/domain/documents/writing/commands/authors.server.ts'
import { comment, resolveComment } from '#app/domain/documents/writing/commands/comment.server.ts'
import { as, memberId } from '../stage.ts'
import { addressOf, known, type Moment, type Person, type Scene, type World } from '../timeline.ts'
import { packagingChinese, packagingPortuguese, packagingRussian } from './supply/packaging-translations.ts'

/** What several people do with one document: translate it, write it together, remark on it. */
export function togetherScenes(world: World): Scene[] {
  const id = (name: string) => known(world.notes, name)
  const doing = (
    when: Moment,
    by: Person,
    tell: (actor: Parameters<typeof comment>[0]) => Promise<unknown>,
  ) => ({
    when,
    tell: () => as(addressOf(by), tell),
  })
  const translated = (
    language: 'pt' | 'ru' | 'zh',
    input: TranslationInput,
    moments: [Moment, Moment],
  ): Scene[] => [
    doing(moments[0], 'dev', (actor) => writeTranslation(actor, id('packaging'), language, input)),
    doing(moments[1], 'ingrid', async (actor) => {
      const { seenAt } = await getTranslation(actor, id('packaging'), language)
      if (!seenAt) throw new Error('nothing was translated')
      await releaseTranslation(actor, id('packaging'), { language, seenAt })
    }),
  ]
  let first = ''
  const draft = 'brake-resistor'
  return [
    ...translated('pt', packagingPortuguese, [
      [14, 17],
      [15, 16],
    ]),
    ...translated('zh', packagingChinese, [
      [36, 17],
      [37, 16],
    ]),
    ...translated('ru', packagingRussian, [
      [38, 17],
      [39, 16],
    ]),
    doing([56, 16], 'ingrid', async (actor) => addAuthor(actor, id(draft), await memberId(addressOf('dev')))),
    doing([56, 19], 'dev', async (actor) => {
      const body = 'Kinetic energy alone: should the note say where lifted loads have to add m·g·h?'
      first = await comment(actor, id(draft), { version: 1, block: 2, body })
    }),
    doing([56, 20], 'ingrid', (actor) =>
      comment(actor, id(draft), {
        ...{ version: 1, block: 2, parentId: first },
        body: 'Lumen has drums only. I will write one sentence, not a second formula.',
      }),
    ),
    doing([57, 16], 'dev', (actor) => resolveComment(actor, id(draft), first)),
    doing([57, 18], 'quinn', (actor) =>
      comment(actor, id(draft), {
        ...{ version: 1, block: 4 },
        body: '780 V is the threshold of the chopper. Please say so: readers will take it for the trip level of 820 V.',
      }),
    ),
  ]
}
