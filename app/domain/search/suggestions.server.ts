import { i18nFor } from '#app/i18n/i18n.server.ts'
import { paths } from '#app/paths.ts'
import type { Piece } from './marks.ts'
import type { SearchAnswer, SearchResult } from './queries.server.ts'
import { hrefOfResult, partOf } from './result.ts'

interface SuggestedItem {
  id: string
  label: string
  href: string
  detail?: string
}

export interface SuggestedGroup {
  id: string
  label: string
  items: SuggestedItem[]
}

const textOf = (pieces: Piece[]) => pieces.map((piece) => piece.text).join('')

/** Groups for the palette, and a last entry that leads to everything. */
export function paletteGroups(
  language: string,
  text: string,
  { numbered, near, groups }: SearchAnswer,
): SuggestedGroup[] {
  const t = i18nFor(language).getFixedT(null, 'search')
  const place = ({ name, page }: NonNullable<SearchResult['file']>) => {
    const part = partOf(name)
    return part && page !== null ? `${name} · ${t(`part.${part}`, { number: page })}` : name
  }
  const shown: SuggestedGroup[] = groups.map(({ kind, results }) => ({
    id: kind,
    label: t(`kinds.${kind}`),
    items: results.map((result) => itemOf(result, place)),
  }))
  if (near.length > 0)
    shown.unshift({ id: 'near', label: t('near'), items: near.map((each) => itemOf(each)) })
  if (numbered.length > 0)
    shown.unshift({ id: 'numbered', label: t('numbered'), items: numbered.map((each) => itemOf(each)) })
  if (text.trim() === '') return []
  const everything = {
    id: 'everything',
    label: t('everything', { text: text.trim() }),
    href: paths.search(text.trim()),
  }
  return [...shown, { id: 'more', label: t('title'), items: [everything] }]
}

/** A message is known by what it says, a file by its name and page, everything else by its title. */
function itemOf(
  result: SearchResult,
  place?: (file: NonNullable<SearchResult['file']>) => string,
): SuggestedItem {
  const { file, number } = result
  const text =
    result.kind === 'message' || result.kind === 'answer'
      ? shortened(textOf(result.excerpt))
      : textOf(result.title)
  return {
    id: `found-${result.kind}-${result.id}`,
    label: file ? (place?.(file) ?? file.name) : `${number} ${text}`,
    href: hrefOfResult(result),
    detail: file ? number : (result.accountName ?? undefined),
  }
}

const shortened = (text: string) => (text.length > 56 ? `${text.slice(0, 55)}…` : text)
