import type { Actor } from '#app/domain/access/actor.ts'
import { i18nFor } from '#app/i18n/i18n.server.ts'

/** The words of the chooser in a thread: they come with the macros, so that the thread itself needs none of them. */
export function chooserWords({ language }: Actor) {
  const t = i18nFor(language).getFixedT(null, 'macros')
  return {
    ...{
      label: t('find'),
      insert: t('insert'),
      close: t('close'),
      language: t('language'),
      none: t('empty'),
    },
    ...{ one: t('one'), remove: t('removeFromMessage') },
    ...{ all: t('all'), takesOver: t('acts.takesOver'), asksBack: t('acts.asksBack') },
  }
}
export type ChooserWords = ReturnType<typeof chooserWords>
