import type { InitOptions } from 'i18next'
import { formatInMessage } from './format-in-message.ts'
import { defaultLanguage, languages } from './languages.ts'

/** One namespace per area; a route names those that it needs beside `common` in `handle.i18n`. */
export const options: InitOptions = {
  supportedLngs: [...languages],
  fallbackLng: defaultLanguage,
  defaultNS: 'common',
  interpolation: { escapeValue: false, format: formatInMessage },
  returnNull: false,
}
