import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ReleasePage } from '../queries/release-page.server.ts'
import { Planned } from './planned.tsx'

/** Before a release: what of the review is missing, or that nothing is. */
export function Readiness({ page }: { page: ReleasePage }) {
  const { t } = useTranslation('reviews')
  const { locale } = useLocale()
  const { document, version, review, scheduled } = page
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(review.names)
  if (scheduled) return <Planned documentId={document.id} scheduled={scheduled} canCancel />
  if (review.isReady) return null
  return (
    <Notice tone="danger" title={t('ready.not')}>
      <ul className="list-disc ps-5">
        {review.missing > 0 && <li>{t('round.missing', { count: review.missing })}</li>}
        {review.waitingFor > 0 && (
          <li>
            {t('state.waiting', { count: review.waitingFor })}
            {review.names.length > 0 && `: ${names}`}
          </li>
        )}
        {review.openItems > 0 && <li>{t('checklist.openOnes', { count: review.openItems })}</li>}
      </ul>
      <p>
        <TextLink to={paths.documentReview(document.id, version.version)}>{t('ready.toReview')}</TextLink>
      </p>
    </Notice>
  )
}
