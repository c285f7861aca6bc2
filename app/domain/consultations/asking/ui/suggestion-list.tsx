import { useFetcher, useNavigate } from '@remix-run/react'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import type { Suggestion } from '../queries/suggestions.server.ts'
import { useKeptPlace } from './use-kept-place.ts'
import { useSuggestions } from './use-suggestions.ts'

interface SuggestionListProps {
  form: RefObject<HTMLFormElement>
  /** Of this form: it ends once, however often that is sent. */
  formKey: string
  /** Whether the reader can end a question at all. */
  canEnd: boolean
  /** The drafts may go: the question is answered. */
  onEnded: () => void
}

/** What may answer the question already, below its text: read in a new tab, so nothing that was typed is lost. */
export function SuggestionList({ form, formKey, canEnd, onEnded }: SuggestionListProps) {
  const { t } = useTranslation('asking')
  const suggestions = useSuggestions(form)
  const { end, error } = useEnding({ form, formKey, onEnded })
  const list = useRef<HTMLDivElement>(null)
  useKeptPlace(list)
  return (
    <div ref={list} aria-live="polite">
      {suggestions.length > 0 && (
        <section className="ui-notice" aria-labelledby="suggestions">
          <h2 id="suggestions">{t('suggestions.title')}</h2>
          {error && (
            <p role="alert" className="text-sm text-danger">
              {error}
            </p>
          )}
          <ul className="grid">
            {suggestions.map((each) => (
              <SuggestionRow key={each.id} suggestion={each} onEnd={canEnd ? () => end(each) : undefined} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function SuggestionRow({ suggestion, onEnd }: { suggestion: Suggestion; onEnd?: () => void }) {
  const { t } = useTranslation('asking')
  const { kind, id, messageId, number, title, language, ended } = suggestion
  const href = kind === 'document' ? paths.document(id) : `${paths.consultation(id)}#m-${messageId}`
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2">
      <span className="min-w-0">
        <a className="ui-link" href={href} target="_blank" rel="noreferrer">
          <span className="tabular-nums">{number}</span> <bdi lang={language}>{title}</bdi>
          <span className="sr-only"> ({t('suggestions.newTab')})</span>
        </a>
        <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
          <Badge>{t(`suggestions.${kind}`)}</Badge>
          {ended > 0 && t('suggestions.ended', { count: ended })}
        </span>
      </span>
      {onEnd && (
        <Button type="button" size="small" onClick={onEnd}>
          {t('suggestions.answers')}
        </Button>
      )}
    </li>
  )
}

/** Ends the question: the drafts go once the server leads on to what answered it. */
function useEnding({ form, formKey, onEnded }: Pick<SuggestionListProps, 'form' | 'formKey' | 'onEnded'>) {
  const fetcher = useFetcher<{
    to?: string
    lastResult?: { error?: Record<string, string[] | null> | null }
  }>()
  const message = useMessage()
  const navigate = useNavigate()
  const { state, data } = fetcher
  const to = data?.to
  useEffect(() => {
    if (!to) return
    onEnded()
    navigate(to)
  }, [to, onEnded, navigate])
  const end = ({ kind, id }: Suggestion) => {
    if (!form.current || state !== 'idle') return
    const values = new FormData(form.current)
    const sent = new FormData()
    for (const name of ['accountId', 'function', 'productId']) {
      const value = values.get(name)
      if (value) sent.set(name, value)
    }
    sent.set('formKey', formKey)
    sent.set(kind === 'document' ? 'documentId' : 'consultationId', id)
    fetcher.submit(sent, { method: 'post', action: paths.consultationPage('ended') })
  }
  const failure = Object.values(data?.lastResult?.error ?? {}).flatMap((texts) => texts ?? [])[0]
  return { end, error: failure && message(failure) }
}
