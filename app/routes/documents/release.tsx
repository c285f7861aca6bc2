import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { releaseVersion } from '#app/domain/documents/commands/release.server.ts'
import { ReleaseForm } from '#app/domain/documents/forms.ts'
import { documentPolicy } from '#app/domain/documents/policy.ts'
import { listAudience } from '#app/domain/documents/queries/readers.server.ts'
import { getSubmitted } from '#app/domain/documents/queries/submitted.server.ts'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { Preparation } from '#app/domain/documents/ui/preparation.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { FormActions } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['documents'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { document, version } = await getSubmitted(actor, params.id ?? '')
  authorize(documentPolicy.release(actor, document, version))
  const named = { number: document.number, version: version.version }
  return {
    title: titleIn(actor.language, 'documents:release.title', named),
    document,
    version,
    audience: await listAudience(actor, document, version.id),
  }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ReleaseForm, async (input) => {
    const id = params.id ?? ''
    await releaseVersion(actor, id, input)
    return redirectWithToast(paths.document(id), 'documents:toast.released')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ReleaseDocument() {
  const { document, version, audience } = useLoaderData<typeof loader>()
  const { lastResult } = useActionData<typeof action>() ?? {}
  const message = useMessage()
  const { t } = useTranslation(['documents', 'common'])
  const inForce = document.versions.find((each) => each.status === 'released')
  const errors = Object.values(lastResult?.error ?? {}).flatMap((each) => each ?? [])
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('release.title', { number: document.number, version: version.version })}
          lead={version.title}
        />
      }
    >
      <FormErrors
        title={t('common:error.title')}
        errors={errors.map((error) => ({ message: message(error) }))}
      />
      <Preparation {...audience} />
      <p>{t('release.lead')}</p>
      {inForce && (
        <p>
          {t('release.supersedes', { version: inForce.version })}{' '}
          <TextLink
            to={paths.documentDifferences(document.id, { from: inForce.version, to: version.version })}
          >
            {t('page.whatChanged')}
          </TextLink>
        </p>
      )}
      <Form method="post">
        <input type="hidden" name="version" value={version.version} />
        <input type="hidden" name="seenAt" value={version.submittedAt?.toISOString()} />
        <FormActions>
          <SubmitButton>{t('release.confirm')}</SubmitButton>
          <LinkButton to={paths.document(document.id, version.version)} kind="quiet">
            {t('release.read')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
