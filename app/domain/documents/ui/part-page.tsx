import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Unbroken } from '#app/ui/unbroken.tsx'
import type { DocumentStatus } from '../document.ts'
import type { DocumentTabFacts } from '../queries/tabs.server.ts'
import { DocumentCrumbs } from './document-crumbs.tsx'
import { DocumentStatusBadge } from './document-status.tsx'
import { DocumentTabs } from './document-tabs.tsx'
import { VersionBand } from './withdrawn-band.tsx'

interface PartPageProps {
  document: { id: string; number: string }
  version: { version: number; title: string; language: string; status: DocumentStatus }
  tabs: DocumentTabFacts
  width?: ComponentProps<typeof Page>['width']
  primary?: ReactNode
  secondary?: ReactNode
  children: ReactNode
}

/** The page of one part of a document: the same head as that of its text. */
export function PartPage({ document, version, tabs, width, primary, secondary, children }: PartPageProps) {
  const { t } = useTranslation('documents')
  return (
    <Page
      band={<VersionBand document={document} version={version} />}
      width={width}
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          number={document.number}
          title={
            <bdi lang={version.language}>
              <Unbroken text={version.title} />
            </bdi>
          }
          state={<DocumentStatusBadge status={version.status} />}
          meta={t('version', { version: version.version })}
          primary={primary}
          secondary={secondary}
          tabs={<DocumentTabs tabs={tabs} />}
        />
      }
    >
      {children}
    </Page>
  )
}
