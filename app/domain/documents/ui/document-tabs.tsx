import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { readDocumentNumber } from '../kinds.ts'
import type { DocumentAbilities } from '../policy.ts'

interface DocumentTabsProps {
  document: { id: string; number?: string; versions?: { version: number }[] }
  version: { version: number; status?: string; reviewRounds?: object[] }
  /** Lines of the parameter table, where they were counted. */
  parameters?: number
  /** Who has read it, what is remarked on it and into what it is translated is the supplier's to know. */
  abilities?: Partial<Pick<DocumentAbilities, 'seeEvidence' | 'comment' | 'translate'>>
  /** Open remarks, and outdated translations, where they are known. */
  openComments?: number
  outdated?: number
}

/** The parts of a version, each a page of its own, so that reading the text stays light. */
export function DocumentTabs(props: DocumentTabsProps) {
  const { document, version, parameters, abilities, openComments, outdated } = props
  const { t } = useTranslation('documents')
  const at = { id: document.id, version: version.version }
  const hasParameters = parameters === undefined || parameters > 0 || version.status === 'draft'
  const isNotice = readDocumentNumber(document.number ?? '')?.kind === 'change_notice'
  const tabs = [
    { label: t('tab.text'), href: paths.document(at.id, at.version) },
    ...(isNotice ? [{ label: t('tab.notice'), href: paths.documentNotice(at.id, at.version) }] : []),
    ...(hasParameters
      ? [{ label: t('tab.parameters'), href: paths.documentParameters(at.id, at.version), count: parameters }]
      : []),
    ...(document.versions === undefined || document.versions.length > 1
      ? [{ label: t('tab.differences'), href: paths.documentDifferences(at.id, { to: at.version }) }]
      : []),
    ...(abilities?.comment
      ? [
          {
            label: t('tab.comments'),
            href: paths.documentComments(at.id, at.version),
            count: openComments || undefined,
          },
        ]
      : []),
    ...(abilities?.translate
      ? [
          {
            label: t('tab.translations'),
            href: paths.documentTranslations(at.id),
            count: outdated || undefined,
          },
        ]
      : []),
    { label: t('tab.acknowledgement'), href: paths.documentAcknowledgement(at.id, at.version) },
    { label: t('tab.dependants'), href: paths.documentDependants(at.id) },
    ...(abilities?.seeEvidence
      ? [{ label: t('tab.evidence'), href: paths.documentEvidence(at.id, { version: at.version }) }]
      : []),
  ]
  // The database tells a customer of no round.
  if (version.reviewRounds?.length) {
    tabs.push({ label: t('tab.review'), href: paths.documentReview(document.id, version.version) })
  }
  return tabs.length > 1 ? <Tabs label={t('tab.label')} tabs={tabs} /> : null
}
