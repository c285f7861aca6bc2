import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askForAcknowledgement } from '#app/domain/documents/acknowledgements/commands/ask.server.ts'
import { AskForm as AskSchema } from '#app/domain/documents/acknowledgements/forms.ts'
import { getAskPage } from '#app/domain/documents/acknowledgements/queries/overview.server.ts'
import { AskForm } from '#app/domain/documents/acknowledgements/ui/ask-form.tsx'
import { CandidateTable } from '#app/domain/documents/acknowledgements/ui/candidate-table.tsx'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['documents', 'acknowledgements'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const number = readVersionNumber(new URL(request.url).searchParams.get('version'))
  const page = await getAskPage(actor, params.id ?? '', number)
  const named = { number: page.document.number, version: page.version.version }
  return { ...page, title: titleIn(actor.language, 'acknowledgements:ask.title', named) }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, AskSchema, async (input) => {
    const id = params.id ?? ''
    await askForAcknowledgement(actor, id, input)
    return redirectWithToast(paths.documentAcknowledgement(id, input.version), 'acknowledgements:toast.asked')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AskForAcknowledgement() {
  const { document, version, accounts, isResponseUsual } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('acknowledgements')
  const named = { number: document.number, version: version.version }
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('ask.title', named)}
          lead={t('ask.lead')}
        />
      }
    >
      {accounts.length === 0 ? (
        <Notice title={t('ask.noAccounts')} />
      ) : (
        <>
          <AskForm
            documentId={document.id}
            version={version.version}
            accounts={accounts}
            isResponseUsual={isResponseUsual}
            reply={reply}
          />
          <Section title={t('ask.who')} text={t('ask.whoText')}>
            <CandidateTable accounts={accounts} />
          </Section>
        </>
      )}
    </Page>
  )
}
