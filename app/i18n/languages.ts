/** The languages of the interface, the mails and the content; English is the source of the messages. */
export const languages = ['en', 'pt', 'ru', 'zh'] as const
export type Language = (typeof languages)[number]
export const defaultLanguage: Language = 'en'

/** What a language calls itself, and its tag for `lang` and Intl. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  pt: 'Português',
  ru: 'Русский',
  zh: '简体中文',
}
export const localeTags: Record<Language, string> = {
  en: 'en-GB',
  pt: 'pt-PT',
  ru: 'ru-RU',
  zh: 'zh-Hans-CN',
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

export function asLanguage(value: unknown): Language {
  return isLanguage(value) ? value : defaultLanguage
}
