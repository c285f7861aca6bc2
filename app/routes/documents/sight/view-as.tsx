import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { documentPolicy } from '#app/domain/documents/policy.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { openAs } from '#app/domain/documents/sight/open-as.server.ts'
import { listLookers, lookersLimit } from '#app/domain/documents/sight/queries.server.ts'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { AsSeen } from '#app/domain/documents/ui/sight/as-seen.tsx'
import { SightSentences } from '#app/domain/documents/ui/sight/sight-sentences.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { isPrefetch } from '#app/http/reading.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Select } from '#app/ui/select.tsx'

export const handle = { i18n: ['documents', 'sight'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const search = new URL(request.url).searchParams
  const q = search.get('q')?.trim().slice(0, 100) ?? ''
  const memberId = search.get('member') ?? ''
  const document = await getDocument(actor, params.id ?? '')
  authorize(documentPolicy.seeEvidence(actor, document))
  const { id, number, title } = document
  const lookers = await listLookers(actor, q)
  return {
    document: { id, number, title },
    pageTitle: titleIn(actor.language, 'sight:title', { number }),
    q,
    memberId,
    lookers,
    isMore: lookers.length === lookersLimit,
    // A page that is fetched in case it is wanted was looked at by nobody.
    found: memberId && !isPrefetch(request) ? await openAs(actor, id, memberId) : null,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }]

export default function ViewAs() {
  const { document, pageTitle, q, memberId, lookers, isMore, found } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['sight', 'common'])
  const options = lookers.map((each) => ({
    value: each.membershipId,
    label: each.isActive ? each.name : t('left', { name: each.name }),
    group: each.organizationName,
  }))
  return (
    <Page
      width="prose"
      header={
        <PageHeader breadcrumbs={<DocumentCrumbs document={document} />} title={pageTitle} lead={t('lead')} />
      }
    >
      <Form method="get" className="grid gap-4" key={`${q}${memberId}`}>
        {(q !== '' || isMore) && (
          <Field label={t('find')}>
            <Input type="search" name="q" defaultValue={q} />
          </Field>
        )}
        <Field label={t('person')}>
          <Select name="member" required defaultValue={memberId} emptyLabel={t('choose')} options={options} />
        </Field>
        <div>
          <Button type="submit" kind="primary">
            {t('show')}
          </Button>
        </div>
      </Form>
      {found && (
        <>
          <SightSentences
            sight={found.sight}
            name={found.member.name}
            organization={found.member.organizationName}
            names={found.names}
          />
          {found.sight.canSee && found.version && (
            <p className="flex flex-wrap items-center gap-3">
              {t('sees', {
                name: found.member.name,
                version: found.version.version,
                title: found.version.title,
              })}
              <LinkButton to={paths.document(document.id, found.version.version)}>{t('open')}</LinkButton>
            </p>
          )}
          {found.seen && <AsSeen version={found.seen} name={found.member.name} />}
        </>
      )}
    </Page>
  )
}
