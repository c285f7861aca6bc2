import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Tag from 'lucide-react/icons/tag'
import { useTranslation } from 'react-i18next'
import { workPolicy } from '#app/domain/consultations/work/policy.ts'
import { type ListedTag, listTags } from '#app/domain/consultations/work/queries/tags.server.ts'
import { TagLabel } from '#app/domain/consultations/work/ui/tag-label.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['consultations', 'work'] }

export const loader = loaderFor(async ({ actor }) => ({
  title: titleIn(actor.language, 'work:tags.title'),
  side: actor.side,
  tags: await listTags(actor),
  canChange: workPolicy.changeTags(actor),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function TagList() {
  const { side, tags, canChange } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['work', 'consultations'])
  const list = { label: t('consultations:title'), href: paths.consultations() }
  const columns: Column<ListedTag>[] = [
    {
      key: 'name',
      header: t('tag.name'),
      isTitle: true,
      cell: (tag) => <TagLabel tag={tag} />,
    },
    {
      key: 'count',
      header: t('tags.count'),
      isNumeric: true,
      cell: ({ id, count }) => <TextLink to={paths.consultations({ tag: id })}>{count}</TextLink>,
    },
  ]
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={list.label} items={[list]} />}
          title={t('tags.title')}
          lead={t(`tag.lead.${side}`)}
        />
      }
    >
      {tags.length > 0 ? (
        <Table
          caption={t('tags.title')}
          columns={columns}
          rows={tags}
          rowKey={({ id }) => id}
          rowHref={({ id }) => (canChange ? paths.consultationTags(`/${id}`) : undefined)}
        />
      ) : (
        <EmptyState icon={Tag} title={t('tags.empty')} text={t('tags.emptyText')} />
      )}
    </Page>
  )
}
