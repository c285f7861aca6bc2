import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'

/** The way back from a rule. */
export function RoutingCrumbs() {
  const { t } = useTranslation(['routing', 'consultations'])
  return (
    <Breadcrumbs
      label={t('consultations:title')}
      items={[
        { label: t('consultations:title'), href: paths.consultations() },
        { label: t('title'), href: paths.routing() },
      ]}
    />
  )
}
