import { useTranslation } from 'react-i18next'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Day, Time } from '#app/ui/time.tsx'
import type { TermsVersion } from '../../queries/terms.server.ts'
import type { Terms } from '../../terms.ts'

export function TermsFacts({ terms }: { terms: Terms & { reference?: string } }) {
  const { t } = useTranslation('acknowledgements')
  const days = (count: number) => t('terms.dayCount', { count })
  const months = (count: number) => t('terms.monthCount', { count })
  const reminders = terms.reminderDays.length
    ? t('terms.reminderList', { days: terms.reminderDays.join(', ') })
    : t('terms.noReminders')
  return (
    <DescriptionList
      items={[
        { term: t('terms.acknowledgeDays'), detail: days(terms.acknowledgeDays) },
        { term: t('terms.responseDays'), detail: days(terms.responseDays) },
        { term: t('terms.sampleDays'), detail: days(terms.sampleDays) },
        {
          term: t('terms.silence'),
          detail: t(terms.isSilenceAcceptance ? 'terms.silenceYes' : 'terms.silenceNo'),
        },
        { term: t('terms.reminderDays'), detail: reminders },
        { term: t('terms.noticeDays'), detail: days(terms.noticeDays) },
        { term: t('terms.lastOrderMonths'), detail: months(terms.lastOrderMonths) },
        { term: t('terms.lastDeliveryMonths'), detail: months(terms.lastDeliveryMonths) },
        ...(terms.reference ? [{ term: t('terms.reference'), detail: terms.reference }] : []),
      ]}
    />
  )
}

/** What was agreed when, the newest first. */
export function TermsTable({ versions }: { versions: TermsVersion[] }) {
  const { t } = useTranslation('acknowledgements')
  const columns: Column<TermsVersion>[] = [
    {
      key: 'effectiveOn',
      header: t('terms.effectiveOn'),
      isTitle: true,
      cell: (row) => <Day on={row.effectiveOn} />,
    },
    {
      key: 'acknowledge',
      header: t('terms.acknowledgeDays'),
      cell: (row) => t('terms.dayCount', { count: row.acknowledgeDays }),
    },
    {
      key: 'respond',
      header: t('terms.responseDays'),
      cell: (row) => t('terms.dayCount', { count: row.responseDays }),
    },
    {
      key: 'silence',
      header: t('terms.silence'),
      cell: (row) => t(row.isSilenceAcceptance ? 'terms.silenceYes' : 'terms.silenceNo'),
    },
    { key: 'reference', header: t('terms.reference'), cell: (row) => row.reference },
    {
      key: 'decided',
      header: t('overview.who'),
      cell: (row) => (
        <>
          {row.decidedBy} <Time at={row.decidedAt} as="day" />
        </>
      ),
    },
  ]
  return <Table caption={t('terms.versions')} columns={columns} rows={versions} rowKey={(row) => row.id} />
}
