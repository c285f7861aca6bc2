import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { type Column, Table } from '#app/ui/table.tsx'

export interface SiteRow {
  id: string
  name: string
  address: string
  countryCode: string
  timeZone: string
}

interface SiteTableProps {
  accountId: string
  sites: SiteRow[]
  canChange: boolean
}

export function SiteTable({ accountId, sites, canChange }: SiteTableProps) {
  const { t, i18n } = useTranslation(['accounts', 'common'])
  const countries = new Intl.DisplayNames([i18n.language], { type: 'region' })
  const columns: Column<SiteRow>[] = [
    { key: 'name', header: t('accounts:sites.name'), isTitle: true, cell: ({ name }) => name },
    { key: 'address', header: t('accounts:sites.address'), cell: ({ address }) => address },
    {
      key: 'country',
      header: t('accounts:sites.country'),
      cell: ({ countryCode }) => countries.of(countryCode) ?? countryCode,
    },
    { key: 'zone', header: t('common:timeZone'), cell: ({ timeZone }) => timeZone },
  ]
  return (
    <Table
      caption={t('accounts:title.sites')}
      columns={columns}
      rows={sites}
      rowKey={({ id }) => id}
      rowHref={canChange ? ({ id }) => paths.accountSites(accountId, id) : undefined}
    />
  )
}
