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

interface Chosen {
  language?: unknown
  theme?: unknown
}

/** The person's choice, else the cookie's, else the browser's. */
export async function preferencesOf(request: Request, session: SignedIn | null): Promise<Preferences> {
  if (session && isLanguage(session.language)) {
    return { language: session.language, theme: session.theme, timeZone: session.timeZone }
  }
  const chosen: Chosen | null = await preferencesCookie.parse(request.headers.get('Cookie'))
  const language = await languageOf(request.headers, chosen)
  return { language, theme: typeof chosen?.theme === 'string' ? chosen.theme : 'system', timeZone: 'UTC' }
}

/** Without asking who is signed in: what was chosen on this device, else the browser's language. */
export async function languageOf(headers: Headers, known?: Chosen | null): Promise<Language> {
  const chosen: Chosen | null =
    known === undefined ? await preferencesCookie.parse(headers.get('Cookie')).catch(() => null) : known
  return isLanguage(chosen?.language) ? chosen.language : languageOfBrowser(headers)
}

/**
 * The cookie that keeps a person's language on this device, where it holds another one: an answer that comes before
 * anybody is looked up, or instead, speaks it as well. Null where there is nothing to keep.
 */
export async function keptPreferences(request: Request, session: SignedIn | null): Promise<string | null> {
  if (!session || !isLanguage(session.language)) return null
  const { language, theme } = session
  const chosen: Chosen | null = await preferencesCookie.parse(request.headers.get('Cookie'))
  if (chosen?.language === language && chosen.theme === theme) return null
  return preferencesCookie.serialize({ language, theme })
}
