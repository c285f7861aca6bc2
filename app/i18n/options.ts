import type { InitOptions } from 'i18next'
import { defaultLanguage, languages } from './languages.ts'

/** One namespace per area; a route names those that it needs beside `common` in `handle.i18n`. */
export const options: InitOptions = {
  supportedLngs: [...languages],
  fallbackLng: defaultLanguage,
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
}
