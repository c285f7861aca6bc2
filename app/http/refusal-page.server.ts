import { translatorFor } from '#app/i18n/i18n.server.ts'
import { localeTags } from '#app/i18n/languages.ts'
import type { RefusalKind, RefusalWriter } from '#app/platform/http/guards/refusals.server.ts'
import { languageOf } from './preferences.server.ts'

const titles = {
  otherSite: 'error.forbiddenTitle',
  tooLarge: 'error.title',
  badAddress: 'error.title',
  fault: 'error.title',
} as const satisfies Record<RefusalKind, string>
const texts = {
  otherSite: 'error.otherSite',
  tooLarge: 'error.tooLarge',
  badAddress: 'error.badAddress',
  fault: 'error.unexpected',
} as const satisfies Record<RefusalKind, string>

// The build's style sheet may be what is missing: the page carries the little that it needs.
const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
main{max-width:28rem;margin:6rem auto;padding:0 1rem}h1{font-size:1.25rem}a{color:inherit}`

/**
 * What the process answers where no page can: in the language that the person chose, else in the browser's. Nobody is
 * looked up for it, because the database may be what does not answer.
 */
export const refusalPage: RefusalWriter = async (headers, kind, { requestId, nonce }) => {
  const language = await languageOf(new Headers(headers as Record<string, string>))
  const t = translatorFor(language)
  const title = t(titles[kind])
  const text = t(texts[kind], { id: requestId })
  const html = `<!doctype html><html lang="${localeTags[language]}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<style nonce="${nonce}">${style}</style></head><body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p>
<p><a href="/">${escaped(t('error.home'))}</a></p></main></body></html>`
  return { html, text }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
