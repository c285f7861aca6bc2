import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SideMark } from '#app/ui/side-mark.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { AccountHead } from '../head.ts'
import { AccountState } from './account-state.tsx'

interface AccountHeaderProps {
  head: AccountHead
  primary?: ReactNode
  secondary?: ReactNode
}

export function AccountHeader({ head, primary, secondary }: AccountHeaderProps) {
  const { t } = useTranslation('accounts')
  const tabs = [
    { label: t('account.overview'), href: paths.account(head.id) },
    { label: t('account.coverage'), href: paths.accountCoverage(head.id) },
    ...(head.seesTeam ? [{ label: t('account.team'), href: paths.accountTeam(head.id) }] : []),
    { label: t('account.sites'), href: paths.accountSites(head.id) },
    { label: t('account.terms'), href: paths.accountTerms(head.id) },
    { label: t('account.handover'), href: paths.accountHandover(head.id), isExact: false },
  ]
  return (
    <>
      <PageHeader
        number={head.number}
        title={head.name}
        breadcrumbs={
          <Breadcrumbs label={t('title.list')} items={[{ label: t('title.list'), href: paths.accounts() }]} />
        }
        state={<AccountState isClosed={head.isClosed} isRestricted={head.isRestricted} />}
        people={
          <>
            <SideMark side="supplier" name={head.supplier} />
            <SideMark side="customer" name={head.customer} />
          </>
        }
        primary={primary}
        secondary={secondary}
        tabs={<Tabs label={t('account.tabs')} tabs={tabs} />}
      />
      {head.isClosed && <Notice title={t('account.closedNotice')} />}
    </>
  )
}
