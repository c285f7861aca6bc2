import type { SignedIn } from '#app/domain/auth/session.server.ts'
import { languageOfBrowser } from '#app/i18n/i18n.server.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import { ownCookie } from './cookie.server.ts'

/** Language and theme of somebody who is not signed in. */
export const preferencesCookie = ownCookie('counterpart_preferences', 365 * 24 * 3600)

export interface Preferences {
  language: Language
  theme: string
  timeZone: string
}

/** The person's choice, else the cookie's, else the browser's. */
export async function preferencesOf(request: Request, session: SignedIn | null): Promise<Preferences> {
  if (session && isLanguage(session.language)) {
    return { language: session.language, theme: session.theme, timeZone: session.timeZone }
  }
  const chosen: { language?: unknown; theme?: unknown } | null = await preferencesCookie.parse(
    request.headers.get('Cookie'),
  )
  const language = isLanguage(chosen?.language) ? chosen.language : await languageOfBrowser(request)
  return { language, theme: typeof chosen?.theme === 'string' ? chosen.theme : 'system', timeZone: 'UTC' }
}
