import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

/** What the pages of a person's own settings have in common. */
export function SettingsHeader({ title, lead }: { title: string; lead?: string }) {
  const { t } = useTranslation('auth')
  const tabs = [
    { label: t('settings.general'), href: paths.settings(), isExact: true },
    { label: t('settings.passwordTitle'), href: paths.changePassword() },
    { label: t('settings.sessions'), href: paths.sessions() },
    { label: t('settings.subscriptions'), href: paths.subscriptions(), isExact: true },
    { label: t('settings.mail'), href: paths.receivedMails() },
    { label: t('settings.recorded'), href: paths.recorded() },
  ]
  return (
    <PageHeader
      title={title}
      lead={lead ?? t('settings.lead')}
      tabs={<Tabs label={t('settings.tabs')} tabs={tabs} />}
    />
  )
}
