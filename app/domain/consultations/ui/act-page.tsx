import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

interface ActPageProps {
  consultation: { id: string; number: string; subject: string }
  title: string
  lead?: string
  children: ReactNode
}

/** The page of one act on a consultation: reached by its link, and after what it could not accept. */
export function ActPage({ consultation, title, lead, children }: ActPageProps) {
  const { t } = useTranslation('consultations')
  const { id, number, subject } = consultation
  const crumbs = [
    { label: t('title'), href: paths.consultations() },
    { label: `${number} ${subject}`, href: paths.consultation(id) },
  ]
  const header = (
    <PageHeader breadcrumbs={<Breadcrumbs label={t('title')} items={crumbs} />} title={title} lead={lead} />
  )
  return (
    <Page width="prose" header={header}>
      {children}
    </Page>
  )
}
