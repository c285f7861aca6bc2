import type { ReactNode } from 'react'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { DocumentCrumbs } from '../../ui/document-crumbs.tsx'

interface AnswerPageProps {
  document: { id: string; number: string }
  version: number
  title: string
  lead: string
  children: ReactNode
}

/** The page of one form about a request: what is answered or asked, and for which version. */
export function AnswerPage({ document, version, title, lead, children }: AnswerPageProps) {
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version} />}
          title={title}
          lead={lead}
        />
      }
    >
      {children}
    </Page>
  )
}
