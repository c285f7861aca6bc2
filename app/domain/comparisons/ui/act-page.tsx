import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

interface ActPageProps {
  comparison: { id: string; number: string; title: string }
  title: string
  lead?: string
  width?: 'prose' | 'wide'
  children: ReactNode
}

/** The page of one act on a comparison: reached by its link, and after what it could not accept. */
export function ActPage({ comparison, title, lead, width = 'prose', children }: ActPageProps) {
  const { t } = useTranslation('comparisons')
  const { id, number, title: name } = comparison
  const crumbs = [
    { label: t('title'), href: paths.comparisons() },
    { label: `${number} ${name}`, href: paths.comparison(id) },
  ]
  const header = (
    <PageHeader breadcrumbs={<Breadcrumbs label={t('title')} items={crumbs} />} title={title} lead={lead} />
  )
  return (
    <Page width={width} header={header}>
      {children}
    </Page>
  )
}
