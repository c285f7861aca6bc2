import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ReceivedMailView } from '../queries/held.server.ts'
import { MailStatus } from './mail-status.tsx'

type Facts = Pick<ReceivedMailView, 'status' | 'fromAddress' | 'about' | 'supplierName'> & {
  receivedAt: Date | string
}

export function MailFacts({ status, fromAddress, receivedAt, about, supplierName }: Facts) {
  const { t } = useTranslation('mailIn')
  const items = [
    { term: t('column.status'), detail: <MailStatus status={status} /> },
    { term: t('column.from'), detail: <span className="break-all">{fromAddress}</span> },
    { term: t('column.received'), detail: <Time at={receivedAt} /> },
    ...(about
      ? [
          {
            term: t('column.about'),
            detail: (
              <TextLink to={paths.consultation(about.id)}>{`${about.number} ${about.subject}`}</TextLink>
            ),
          },
        ]
      : []),
    ...(!about && supplierName
      ? [{ term: t('column.about'), detail: t('newQuestion', { supplier: supplierName }) }]
      : []),
  ]
  return <DescriptionList items={items} />
}
