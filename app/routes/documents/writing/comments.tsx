import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { Article } from '#app/domain/documents/ui/article.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { DocumentTabs } from '#app/domain/documents/ui/document-tabs.tsx'
import { VersionBand } from '#app/domain/documents/ui/withdrawn-band.tsx'
import { comment } from '#app/domain/documents/writing/commands/comment.server.ts'
import { getComments } from '#app/domain/documents/writing/comments/comments.server.ts'
import { CommentForm as CommentSchema } from '#app/domain/documents/writing/forms.ts'
import { CommentForm } from '#app/domain/documents/writing/ui/comment-form.tsx'
import { CommentThread } from '#app/domain/documents/writing/ui/comment-thread.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['documents', 'writing'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const number = readVersionNumber(new URL(request.url).searchParams.get('version'))
  const found = await getComments(actor, params.id ?? '', number)
  return {
    ...found,
    title: titleIn(actor.language, 'writing:comments.title', { number: found.document.number }),
  }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, CommentSchema, async (input) => {
    const id = params.id ?? ''
    await comment(actor, id, input)
    return redirectWithToast(paths.documentComments(id, input.version), 'writing:toast.commented')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Comments() {
  const { document, version, tabs, blocks, lost, open } = useLoaderData<typeof loader>()
  const { lastResult } = useActionData<typeof action>() ?? {}
  const message = useMessage()
  const { t } = useTranslation(['writing', 'common'])
  const errors = Object.values(lastResult?.error ?? {}).flatMap((each) => each ?? [])
  const place = { documentId: document.id, version: version.version }
  return (
    <Page
      band={<VersionBand document={document} version={version} />}
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('comments.title', { number: document.number })}
          lead={t('comments.lead')}
          meta={t('comments.open', { count: open })}
          tabs={<DocumentTabs tabs={tabs} openComments={open} />}
        />
      }
    >
      <FormErrors
        title={t('common:form.problems')}
        errors={errors.map((error) => ({ message: message(error) }))}
      />
      {lost.length > 0 && (
        <Section title={t('comments.lost')} count={lost.length} text={t('comments.lostText')}>
          <div className="grid gap-4">
            {lost.map((thread) => (
              <CommentThread key={thread.id} {...place} thread={thread} isLost />
            ))}
          </div>
        </Section>
      )}
      <ol className="grid list-none gap-4 p-0">
        {blocks.map(({ html, threads }, block) => (
          <li key={block} className="grid gap-3 border-line border-t pt-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <Article
              article={{ html, hasFormulas: html.includes('class="katex') }}
              language={version.language}
            />
            <div className="grid content-start gap-4">
              {threads.map((thread) => (
                <CommentThread key={thread.id} {...place} thread={thread} />
              ))}
              <details>
                <summary className="cursor-pointer text-muted text-sm">{t('comments.remark')}</summary>
                <div className="pt-2">
                  <CommentForm version={version.version} block={block} />
                </div>
              </details>
            </div>
          </li>
        ))}
      </ol>
    </Page>
  )
}
