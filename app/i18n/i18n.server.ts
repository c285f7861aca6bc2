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

/** With values there are more texts than one would keep: those that come first are mostly those of the frame. */
const mostWithValues = 5000
const longestRemembered = 120

/**
 * Every component asks for its translator, and a text of the same values is always the same: both are looked up once.
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
  const textsWithValues = new Map<string, string>()
  const translator = (key: unknown, ...values: unknown[]): string => {
    if (typeof key !== 'string') return plain(key, ...values)
    const name = values.length === 0 ? key : nameOf(key, values)
    if (name === null) return plain(key, ...values)
    const [kept, most] = values.length === 0 ? [texts, mostRemembered] : [textsWithValues, mostWithValues]
    const known = kept.get(name)
    if (known !== undefined) return known
    const text = plain(key, ...values)
    // Keys can come from a cookie, and values from anybody: not without a limit.
    if (kept.size < most) kept.set(name, text)
    return text
  }
  return Object.assign(translator, translate) as unknown as TFunction
}

/** A key with what decides its text; null where that is more than a few words and numbers. */
function nameOf(key: string, values: unknown[]): string | null {
  const [given] = values
  if (values.length > 1 || typeof given !== 'object' || given === null) return null
  let name = key
  for (const [field, value] of Object.entries(given)) {
    if (typeof value !== 'string' && typeof value !== 'number') return null
    // With its length: a value that holds what looks like a further field is still another one.
    name += `\n${field} ${typeof value} ${String(value).length} ${value}`
    if (name.length > longestRemembered) return null
  }
  return name
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
