import { useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Link } from '#app/ui/link.tsx'
import type { PreparedQuestion } from '../../queries/asking.server.ts'

/** What the supplier wants to know with certain questions: a chosen template brings its fields into the form. */
export function TemplateChoice({ question }: { question: PreparedQuestion }) {
  const { t } = useTranslation('asking')
  const [search] = useSearchParams()
  const { templates, template } = question
  if (templates.length === 0) return null
  const to = (id?: string) => {
    const next = new URLSearchParams(search)
    next.delete('template')
    if (id) next.set('template', id)
    return `?${next}`
  }
  const choices = [{ id: undefined, name: t('template.none') }, ...templates]
  return (
    <nav aria-label={t('template.choose')}>
      <p className="ui-label mb-1">{t('template.choose')}</p>
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ id, name }) => (
          <li key={id ?? ''}>
            <Link
              to={to(id)}
              replace
              preventScrollReset
              aria-current={id === template?.id ? 'true' : undefined}
              className="ui-button aria-[current]:border-ink aria-[current]:bg-hover"
              data-kind="secondary"
              data-size="small"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
