import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { asLanguage, languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Link } from '#app/ui/link.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ShownDocument, VersionPage } from '../queries/page.server.ts'
import type { audienceOf } from '../sight/audience-shown.ts'
import { AudienceSentence } from './audience-sentence.tsx'
import { classesOf, subjectsOf } from './document-facts.tsx'
import { DocumentStatusBadge } from './document-status.tsx'
import { ReasonList } from './sight/reason-list.tsx'

interface DocumentAsideProps {
  document: ShownDocument
  version: VersionPage['version']
  audience: ReturnType<typeof audienceOf>
  side: Side
}

/** Who wrote it, who released it, for whom, and about what. */
export function DocumentDetails({ document, version, audience, side }: DocumentAsideProps) {
  const { t } = useTranslation('documents')
  const when = (term: string, at: Date | null) =>
    at ? [{ term, detail: <Time key={term} at={at} as="full" /> }] : []
  const items = [
    { term: t('page.kind'), detail: t(`kind.${document.kind}`) },
    ...(side === 'customer' ? [{ term: t('page.supplier'), detail: document.supplierName }] : []),
    ...(document.ownerName === version.author.name
      ? []
      : [{ term: t('page.owner'), detail: document.ownerName }]),
    { term: t('page.author'), detail: version.author.name },
    ...(version.releasedBy ? [{ term: t('page.releasedBy'), detail: version.releasedBy.name }] : []),
    ...when(t('page.releasedOn'), version.releasedAt),
    ...(version.releasedAt ? [] : when(t('page.submittedOn'), version.submittedAt)),
    ...(version.status === 'draft' ? when(t('page.changedOn'), version.updatedAt) : []),
    { term: t('page.language'), detail: languageNames[asLanguage(version.language)] },
    ...subjectsOf(document, t),
    ...classesOf(document, version, t),
    { term: t('page.audience'), detail: <AudienceSentence audience={audience} side={side} /> },
    ...(audience.reasons.length > 0
      ? [{ term: t('page.why'), detail: <ReasonList key="why" {...audience} /> }]
      : []),
  ]
  return (
    <Section title={t('page.details')}>
      <DescriptionList layout="stack" items={items} />
    </Section>
  )
}

/** The versions that the reader sees, the newest first. */
export function VersionSwitch({ document, version }: Pick<DocumentAsideProps, 'document' | 'version'>) {
  const { t } = useTranslation('documents')
  if (document.versions.length < 2) return null
  return (
    <Section title={t('page.versions')}>
      <ul className="grid gap-2">
        {document.versions.map((each) => (
          <li key={each.id} className="flex flex-wrap items-baseline justify-between gap-2">
            <Link
              to={paths.document(document.id, each.version)}
              className="ui-link"
              aria-current={each.id === version.id ? 'true' : undefined}
            >
              {t('version', { version: each.version })}
            </Link>
            <DocumentStatusBadge status={each.status} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
