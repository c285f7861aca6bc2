import { asLanguage, localeTags } from '#app/i18n/languages.ts'
import type { PdfLine } from '#app/platform/pdf/lines.server.ts'
import type { EvidencePack, PackedEntry } from './pack.server.ts'

type Translate = (key: string, values?: Record<string, unknown>) => string

interface Details {
  function?: string
  statement?: string
  text?: string
  file?: string
  due?: string
}

/** The pack in the reader's language, line by line. Instants are given in UTC, as the chain holds them. */
export function linesOfPack(pack: EvidencePack, language: string, t: Translate): PdfLine[] {
  const { number, title, version, contentHash } = pack.document
  const tag = localeTags[asLanguage(language)]
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'long', timeZone: 'UTC' })
  const { name, organization } = pack.madeFor
  const made = t('acknowledgements:pack.made', { name, organization })
  return [
    { as: 'title', text: t('acknowledgements:pack.title', { number, version }) },
    { as: 'text', text: title },
    { as: 'text', text: `${made} ${format.format(new Date(pack.madeAt))}` },
    { as: 'hash', text: `${t('acknowledgements:pack.content')}: ${contentHash}` },
    ...pack.chains.flatMap(({ account, entries }): PdfLine[] => [
      { as: 'heading', text: account },
      ...entries.flatMap((link) => linesOfEntry(link, format, t)),
    ]),
    { as: 'heading', text: t('acknowledgements:pack.seal') },
    { as: 'hash', text: pack.seal },
  ]
}

function linesOfEntry({ entry, hash }: PackedEntry, format: Intl.DateTimeFormat, t: Translate): PdfLine[] {
  const { sequence, kind, at } = entry as { sequence: number; kind: string; at: string }
  const by = entry.by as { name: string; organization: string } | null
  const { function: fn, statement, text, file, due } = entry.details as Details
  const who = by ? `${by.name}, ${by.organization}` : t('notifications:system')
  const said = [fn && t(`common:function.${fn}`), statement, text, file, due]
  return [
    { as: 'entry', text: `${sequence}. ${t(`acknowledgements:entry.${kind}`)} · ${who}` },
    { as: 'text', text: format.format(new Date(at)) },
    ...said.flatMap((each): PdfLine[] => (each ? [{ as: 'text', text: each }] : [])),
    { as: 'hash', text: hash },
  ]
}
