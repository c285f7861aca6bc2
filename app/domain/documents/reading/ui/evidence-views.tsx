import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { KeyboardHint } from '#app/ui/keyboard-hint.tsx'
import { Link } from '#app/ui/link.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { isShortcut } from '#app/ui/shortcuts.ts'

interface EvidenceViewsProps {
  document: { id: string; versions: { id: string; version: number }[] }
  version: number
  view: 'picture' | 'table'
}

/** The picture or its table, one key apart (t); the other versions; and all of it as a file. */
export function EvidenceViews({ document, version, view }: EvidenceViewsProps) {
  const { t } = useTranslation(['reading', 'documents'])
  const other = view === 'table' ? 'picture' : 'table'
  const href = paths.documentEvidence(document.id, { version, view: other === 'table' ? 'table' : undefined })
  useToggle(href)
  const others = document.versions.filter((each) => each.version !== version)
  return (
    <div className="flex flex-wrap items-center gap-2" data-print="no">
      {others.map((each) => (
        <Link
          key={each.id}
          to={paths.documentEvidence(document.id, {
            version: each.version,
            view: view === 'table' ? view : undefined,
          })}
          className="ui-link"
        >
          {t('documents:version', { version: each.version })}
        </Link>
      ))}
      <LinkButton to={href} replace preventScrollReset size="small">
        {t(`view.${other}`)} <KeyboardHint keys={['t']} />
      </LinkButton>
      <LinkButton
        to={paths.documentEvidenceExport(document.id, version)}
        reloadDocument
        prefetch="none"
        size="small"
      >
        {t('export')}
      </LinkButton>
    </div>
  )
}

function useToggle(href: string): void {
  const navigate = useNavigate()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 't' || !isShortcut(event)) return
      event.preventDefault()
      navigate(href, { replace: true, preventScrollReset: true })
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [navigate, href])
}
