import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { readDocumentNumber } from '../kinds.ts'

interface DocumentTabsProps {
  document: { id: string; number?: string }
  version: { version: number }
}

/** The parts of a version, each a page of its own, so that reading the text stays light. */
export function DocumentTabs({ document, version }: DocumentTabsProps) {
  const { t } = useTranslation('documents')
  const isNotice = readDocumentNumber(document.number ?? '')?.kind === 'change_notice'
  const tabs = [
    { label: t('tab.text'), href: paths.document(document.id, version.version) },
    ...(isNotice
      ? [{ label: t('tab.notice'), href: paths.documentNotice(document.id, version.version) }]
      : []),
    {
      label: t('tab.acknowledgement'),
      href: paths.documentAcknowledgement(document.id, version.version),
    },
    { label: t('tab.dependants'), href: paths.documentDependants(document.id) },
  ]
  return tabs.length > 1 ? <Tabs label={t('tab.label')} tabs={tabs} /> : null
}
