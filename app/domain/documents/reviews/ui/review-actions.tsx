import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { ReviewPage } from '../queries/review-page.server.ts'

interface ReviewActionsProps {
  page: Pick<ReviewPage, 'document' | 'version' | 'abilities'>
  /** The one thing to do next; the others beside it. */
  isPrimary: boolean
}

/** Approve, release, ask for changes: as far as the reader was asked. */
export function ReviewActions({ page, isPrimary }: ReviewActionsProps) {
  const { t } = useTranslation(['reviews', 'documents'])
  const { document, version, abilities } = page
  const approve = paths.approveDocument(document.id)
  const release = paths.documentAct(document.id, 'release', version.version)
  if (isPrimary) {
    if (abilities.approve) {
      return (
        <LinkButton kind="primary" to={approve}>
          {t('approve.action')} …
        </LinkButton>
      )
    }
    return (
      abilities.release && (
        <LinkButton kind="primary" to={release}>
          {t('documents:page.release')} …
        </LinkButton>
      )
    )
  }
  return (
    <>
      {abilities.approve && abilities.release && (
        <LinkButton to={release}>{t('documents:page.release')} …</LinkButton>
      )}
      {abilities.return && (
        <LinkButton to={paths.documentAct(document.id, 'return')}>
          {abilities.isAuthor ? t('documents:page.takeBack') : t('requestChanges')}
        </LinkButton>
      )}
    </>
  )
}
