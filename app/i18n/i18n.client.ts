import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { options } from './options.ts'

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { import: 'default' })

/** The browser's instance: each namespace of each language is a file of its own, loaded when a page needs it. */
export async function startI18n(language: string, namespaces: string[]): Promise<i18n> {
  const instance = createInstance()
  await instance
    .use({
      type: 'backend',
      read(lng: string, namespace: string, done: (error: unknown, messages: unknown) => void) {
        const load = files[`./${lng}/${namespace}.json`]
        if (!load) return done(null, {})
        load().then(
          (messages) => done(null, messages),
          (error: unknown) => done(error, null),
        )
      },
    })
    .use(initReactI18next)
    .init({ ...options, fallbackLng: false, lng: language, ns: namespaces, react: { useSuspense: true } })
  return instance
}
