import { translatorFor } from '#app/i18n/i18n.server.ts'

type Translate = (key: string, values?: Record<string, string | number>) => string

/** The title of a page in the reader's language: `titleIn(actor.language, 'accounts:title.list')`. */
export function titleIn(language: string, key: string, values: Record<string, string | number> = {}): string {
  const t = translatorFor(language) as unknown as Translate
  return `${t(key, values)} · ${t('common:product')}`
}
