import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'

/** Above the pages of one rule. */
export function RuleCrumbs() {
  const { t } = useTranslation(['reviews', 'documents'])
  const items = [
    { label: t('documents:title'), href: paths.documents() },
    { label: t('rules.title'), href: paths.reviewRules() },
  ]
  return <Breadcrumbs label={t('documents:title')} items={items} />
}
