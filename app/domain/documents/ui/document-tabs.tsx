import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import type { DocumentTabFacts } from '../queries/tabs.server.ts'

interface DocumentTabsProps {
  tabs: DocumentTabFacts
  /** Open remarks, and outdated translations, where they are known. */
  openComments?: number
  outdated?: number
}

/** The parts of a version, each a page of its own, so that reading the text stays light. */
export function DocumentTabs({ tabs: has, openComments, outdated }: DocumentTabsProps) {
  const { t } = useTranslation('documents')
  const { id, version, parameters } = has
  const tab = (isThere: boolean, name: TabName, href: string, count?: number) =>
    isThere ? [{ label: t(`tab.${name}`), href, count: count || undefined }] : []
  const tabs = [
    ...tab(true, 'text', paths.document(id, version)),
    ...tab(has.isNotice, 'notice', paths.documentNotice(id, version)),
    ...tab(has.hasParameters, 'parameters', paths.documentParameters(id, version), parameters),
    ...tab(has.hasDifferences, 'differences', paths.documentDifferences(id, { to: version })),
    ...tab(has.hasComments, 'comments', paths.documentComments(id, version), openComments),
    ...tab(has.hasTranslations, 'translations', paths.documentTranslations(id), outdated),
    ...tab(true, 'acknowledgement', paths.documentAcknowledgement(id, version)),
    ...tab(true, 'dependants', paths.documentDependants(id)),
    ...tab(has.hasEvidence, 'evidence', paths.documentEvidence(id, { version })),
    ...tab(has.hasReview, 'review', paths.documentReview(id, version)),
  ]
  return <Tabs label={t('tab.label')} tabs={tabs} />
}

type TabName =
  | 'text'
  | 'notice'
  | 'parameters'
  | 'differences'
  | 'comments'
  | 'translations'
  | 'acknowledgement'
  | 'dependants'
  | 'evidence'
  | 'review'
