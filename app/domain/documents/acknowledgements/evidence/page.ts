import { asLanguage, localeTags } from '#app/i18n/languages.ts'
import type { EvidencePack, PackedEntry } from './pack.server.ts'

type Translate = (key: string, values?: Record<string, unknown>) => string

const escaped = (text: unknown) => String(text ?? '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const style = `body{font:14px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1c1917}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #d6d3d1;padding:.4rem .5rem;text-align:start;vertical-align:top}
code{font-size:.75rem;color:#57534e;overflow-wrap:anywhere}@media print{body{margin:0}}`

/**
 * The pack to be read and printed, in the reader's language: one page without scripts that needs nothing from anywhere.
 * Instants are given in UTC, as the chain holds them.
 */
export function packPage(pack: EvidencePack, language: string, t: Translate): string {
  const { number, title, version, contentHash } = pack.document
  const tag = localeTags[asLanguage(language)]
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'long', timeZone: 'UTC' })
  const name = t('acknowledgements:pack.title', { number, version })
  const chains = pack.chains.map(({ account, entries }) => {
    const rows = entries.map((link) => rowOf(link, format, t)).join('\n')
    const head = [
      '#',
      t('acknowledgements:pack.when'),
      t('acknowledgements:pack.what'),
      t('acknowledgements:overview.who'),
      'SHA-256',
    ]
    return `<h2>${escaped(account)}</h2>
<table><thead><tr>${head.map((each) => `<th>${escaped(each)}</th>`).join('')}</tr></thead>
<tbody>${rows}</tbody></table>`
  })
  return `<!doctype html>
<html lang="${tag}"><head><meta charset="utf-8"><title>${escaped(name)}</title><style>${style}</style></head><body>
<h1>${escaped(name)}</h1>
<p>${escaped(title)}</p>
<p>${escaped(t('acknowledgements:pack.content'))}: <code>${escaped(contentHash)}</code></p>
<p>${escaped(t('acknowledgements:pack.made', { name: pack.madeFor.name, organization: pack.madeFor.organization }))}
${escaped(format.format(new Date(pack.madeAt)))}</p>
${chains.join('\n')}
<p>${escaped(t('acknowledgements:pack.seal'))}: <code>${escaped(pack.seal)}</code></p>
</body></html>
`
}

function rowOf({ entry, hash }: PackedEntry, format: Intl.DateTimeFormat, t: Translate): string {
  const { sequence, kind, at } = entry as { sequence: number; kind: string; at: string }
  const by = entry.by as { name: string; organization: string } | null
  const details = entry.details as {
    function?: string
    statement?: string
    text?: string
    file?: string
    due?: string
  }
  const fn = details.function ? t(`common:function.${details.function}`) : ''
  const said = [fn, details.statement, details.text, details.file, details.due].filter(Boolean)
  const what = [t(`acknowledgements:entry.${kind}`), ...said].map(escaped).join('<br>')
  const who = by ? [by.name, by.organization].map(escaped).join('<br>') : escaped(t('notifications:system'))
  const cells = [sequence, escaped(format.format(new Date(at))), what, who, `<code>${escaped(hash)}</code>`]
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}
