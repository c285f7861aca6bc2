import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'

interface DocumentCrumbsProps {
  document: { id: string; number: string }
  version?: number
}

/** Above the pages that belong to a document. */
export function DocumentCrumbs({ document, version }: DocumentCrumbsProps) {
  const { t } = useTranslation('documents')
  const items = [
    { label: t('title'), href: paths.documents() },
    { label: document.number, href: paths.document(document.id, version) },
  ]
  return <Breadcrumbs label={t('title')} items={items} />
}
