import { createInstance, type i18n, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { RemixI18Next } from 'remix-i18next/server'
import { asLanguage, defaultLanguage, type Language, languages } from './languages.ts'
import { options } from './options.ts'

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { eager: true, import: 'default' })

function resourcesOf(language: Language) {
  const prefix = `./${language}/`
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, messages]) => [path.slice(prefix.length, -'.json'.length), messages]),
  )
}

const instances = new Map<Language, i18n>()

/** The instance of a language with all its messages; made once, never changed. */
export function i18nFor(language: string): i18n {
  const lng = asLanguage(language)
  let instance = instances.get(lng)
  if (!instance) {
    instance = createInstance()
    const resources = Object.fromEntries([lng, defaultLanguage].map((l) => [l, resourcesOf(l)]))
    void instance.use(initReactI18next).init({ ...options, lng, resources, initImmediate: false })
    instances.set(lng, instance)
  }
  return instance
}

export function translatorFor(language: string): TFunction {
  return i18nFor(language).t
}

const detector = new RemixI18Next({
  detection: { supportedLanguages: [...languages], fallbackLanguage: defaultLanguage, order: ['header'] },
})

/** The language that the browser asks for, among those that there are. */
export async function languageOfBrowser(request: Request): Promise<Language> {
  return asLanguage(await detector.getLocale(request))
}
