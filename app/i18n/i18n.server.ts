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
    rememberTexts(instance)
    instances.set(lng, instance)
  }
  return instance
}

const mostRemembered = 5000

/**
 * Every component asks for its translator, and most texts have no values: both are always the same, and are looked up
 * once.
 */
function rememberTexts(instance: i18n): void {
  const bind = instance.getFixedT.bind(instance) as (...scope: unknown[]) => TFunction
  const translators = new Map<string, TFunction>()
  const remembering = (...scope: unknown[]) => {
    const name = scope.join('|')
    let translator = translators.get(name)
    if (!translator) {
      translator = withMemory(bind(...scope))
      translators.set(name, translator)
    }
    return translator
  }
  instance.getFixedT = remembering as typeof instance.getFixedT
}

function withMemory(translate: TFunction): TFunction {
  const plain = translate as unknown as (key: unknown, ...values: unknown[]) => string
  const texts = new Map<string, string>()
  const translator = (key: unknown, ...values: unknown[]): string => {
    if (values.length > 0 || typeof key !== 'string') return plain(key, ...values)
    const known = texts.get(key)
    if (known !== undefined) return known
    const text = plain(key)
    // Keys can come from a cookie: not without a limit.
    if (texts.size < mostRemembered) texts.set(key, text)
    return text
  }
  return Object.assign(translator, translate) as unknown as TFunction
}

export function translatorFor(language: string): TFunction {
  return i18nFor(language).t
}

const detector = new RemixI18Next({
  detection: { supportedLanguages: [...languages], fallbackLanguage: defaultLanguage, order: ['header'] },
})

/** The language that the browser asks for, among those that there are. */
export async function languageOfBrowser(headers: Headers): Promise<Language> {
  return asLanguage(await detector.getLocale(new Request('http://localhost', { headers })))
}
