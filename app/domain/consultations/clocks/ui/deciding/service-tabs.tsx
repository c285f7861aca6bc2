import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

/** What is promised, and in which hours. */
export function ServiceTabs() {
  const { t } = useTranslation(['clocks', 'routing'])
  return (
    <Tabs
      label={t('level.title')}
      tabs={[
        { label: t('level.title'), href: paths.serviceLevels() },
        { label: t('calendar.title'), href: paths.serviceCalendars() },
        { label: t('routing:title'), href: paths.routing() },
      ]}
    />
  )
}

/** The way back from a page of hours or promises. */
export function ServiceCrumbs({ of }: { of?: 'calendar' | 'level' }) {
  const { t } = useTranslation(['clocks', 'consultations'])
  const items = [{ label: t('consultations:title'), href: paths.consultations() }]
  if (of === 'calendar') items.push({ label: t('calendar.title'), href: paths.serviceCalendars() })
  if (of === 'level') items.push({ label: t('level.title'), href: paths.serviceLevels() })
  return <Breadcrumbs label={t('consultations:title')} items={items} />
}
