import Down from 'lucide-react/icons/chevron-down'
import Up from 'lucide-react/icons/chevron-up'
import { type FormEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/icon-button.tsx'
import type { PdfView } from './pdf-view.ts'

interface SearchFormProps {
  view: PdfView
  page: number
  field: RefObject<HTMLInputElement>
}

/** Finds a text in the file; Enter goes on to the next hit, with Shift back to the one before. */
export function SearchForm({ view, page, field }: SearchFormProps) {
  const { t } = useTranslation('reading')
  const [found, setFound] = useState<{ query: string; hits: number; current: number } | null>(null)
  const find = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const query = field.current?.value.trim() ?? ''
    if (query === found?.query) return move(1)
    if (query === '') {
      view.search.clear()
      return setFound(null)
    }
    setFound({ query, ...(await view.search.find(query, page)) })
  }
  const move = (by: 1 | -1) => setFound((last) => last && { ...last, ...view.search.move(by) })
  return (
    <form aria-label={t('viewer.find')} onSubmit={(event) => void find(event)}>
      <input
        ref={field}
        type="search"
        name="find"
        maxLength={200}
        autoComplete="off"
        aria-label={t('viewer.find')}
        placeholder={t('viewer.find')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.shiftKey) {
            event.preventDefault()
            move(-1)
          }
        }}
      />
      <IconButton
        type="button"
        label={t('viewer.previousHit')}
        icon={Up}
        onClick={() => move(-1)}
        disabled={!found?.hits}
      />
      <IconButton
        type="button"
        label={t('viewer.nextHit')}
        icon={Down}
        onClick={() => move(1)}
        disabled={!found?.hits}
      />
      <output className="text-muted text-sm tabular-nums" aria-live="polite">
        {found &&
          (found.hits > 0
            ? t('viewer.hits', { current: found.current, all: found.hits })
            : t('viewer.noHit'))}
      </output>
    </form>
  )
}
