import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { VersionPage } from '../queries/page.server.ts'

interface WithdrawnBandProps {
  withdrawal: NonNullable<VersionPage['version']['withdrawal']>
  number: string
  version: number
}

/** Over the whole width of a withdrawn version, before anything else; on paper a mark across each page. */
export function WithdrawnBand({ withdrawal, number, version }: WithdrawnBandProps) {
  const { t } = useTranslation('documents')
  const { replacement } = withdrawal
  return (
    <div className="ui-withdrawn" role="note">
      <p className="font-semibold">{t('page.withdrawnNotice')}</p>
      <p>
        {t('page.withdrawnBy', { name: withdrawal.withdrawnBy.name, reason: withdrawal.reason })}{' '}
        <Time at={withdrawal.withdrawnAt} as="full" />
      </p>
      {replacement && (
        <p>
          {t('page.useInstead')}{' '}
          <TextLink to={paths.document(replacement.id)}>
            {replacement.number} <bdi lang={replacement.language}>{replacement.title}</bdi>
          </TextLink>
        </p>
      )}
      <p className="ui-withdrawn-mark" aria-hidden="true">
        {t('page.withdrawnMark', { number, version })}
      </p>
    </div>
  )
}

interface VersionBandProps {
  document: { id: string; number: string }
  version: { version: number; status: string }
}

/** The same over the other pages of a version, which know only its status; and of one that a newer one has replaced. */
export function VersionBand({ document, version: { version, status } }: VersionBandProps) {
  const { t } = useTranslation('documents')
  if (status === 'superseded') {
    return (
      <div className="ui-superseded" role="note">
        <p className="font-semibold">{t('page.supersededNotice')}</p>
        <p>
          <TextLink to={paths.document(document.id)}>{t('page.toCurrent')}</TextLink>
        </p>
      </div>
    )
  }
  if (status !== 'withdrawn') return null
  return (
    <div className="ui-withdrawn" role="note">
      <p className="font-semibold">{t('page.withdrawnNotice')}</p>
      <p>
        <TextLink to={paths.document(document.id, version)}>{t('page.withdrawnWhy')}</TextLink>
      </p>
      <p className="ui-withdrawn-mark" aria-hidden="true">
        {t('page.withdrawnMark', { number: document.number, version })}
      </p>
    </div>
  )
}
