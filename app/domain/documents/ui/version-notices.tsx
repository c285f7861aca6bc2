import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Day, Time } from '#app/ui/time.tsx'
import { underWay } from '../document.ts'
import type { DocumentAbilities } from '../policy.ts'
import type { ShownDocument, VersionPage } from '../queries/page.server.ts'

interface VersionNoticesProps {
  document: ShownDocument
  version: VersionPage['version']
  abilities: DocumentAbilities
}

/** What one has to know before reading: that a version is not, or is no longer, the one in force. */
export function VersionNotices({ document, version, abilities }: VersionNoticesProps) {
  const { t } = useTranslation('documents')
  const inForce = document.versions.find((each) => each.status === 'released')
  const next = document.versions.find((each) => underWay.includes(each.status) && each.id !== version.id)
  const planned = version.scheduledRelease
  const hasApprover = version.reviewRounds[0]?.reviews.some((each) => each.role === 'approver')
  return (
    <>
      {version.status === 'draft' && <Notice title={t('page.draftNotice')} />}
      {version.status === 'submitted' && (
        <Notice title={t('page.submittedNotice')}>
          {!planned && !hasApprover && !abilities.release && abilities.return && (
            <p>{t('page.ownSubmission')}</p>
          )}
          {planned && (
            <p>
              {t('page.plannedNotice', { name: planned.decidedBy.name })}{' '}
              <Time at={planned.releaseAt} as="full" />
            </p>
          )}
          {version.reviewRounds.length > 0 && (
            <p>
              <TextLink to={paths.documentReview(document.id, version.version)}>
                {t('page.toReview')}
              </TextLink>
            </p>
          )}
        </Notice>
      )}
      {version.isInForce && version.validity && (
        <Notice
          tone={version.validity.state === 'over' ? 'danger' : 'neutral'}
          title={t(`page.validity.${version.validity.state}`)}
        >
          <Day on={version.validity.on} />
        </Notice>
      )}
      {version.status === 'superseded' && (
        <Notice tone="danger" title={t('page.supersededNotice')}>
          {inForce && (
            <p>
              <TextLink to={paths.document(document.id, inForce.version)} prefetch="none">
                {t('page.toVersionInForce', { version: inForce.version })}
              </TextLink>{' '}
              <TextLink
                to={paths.documentDifferences(document.id, { from: version.version, to: inForce.version })}
                prefetch="none"
              >
                {t('page.whatChanged')}
              </TextLink>
            </p>
          )}
        </Notice>
      )}
      {next && (
        <p className="text-muted" data-print="no">
          <TextLink to={paths.document(document.id, next.version)}>
            {t('page.underWayNotice', { version: next.version })}
          </TextLink>
        </p>
      )}
    </>
  )
}
