import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { addAuthor } from '#app/domain/documents/writing/commands/authors.server.ts'
import { AuthorForm } from '#app/domain/documents/writing/forms.ts'
import { getAuthors } from '#app/domain/documents/writing/queries/authors.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['documents', 'writing'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const found = await getAuthors(actor, params.id ?? '')
  return {
    ...found,
    title: titleIn(actor.language, 'writing:authors.title', { number: found.document.number }),
  }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, AuthorForm, async ({ membershipId }) => {
    const id = params.id ?? ''
    await addAuthor(actor, id, membershipId)
    return redirectWithToast(paths.documentAuthors(id), 'writing:toast.authorAdded')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Authors() {
  const { document, version, authors, colleagues } = useLoaderData<typeof loader>()
  const { lastResult } = useActionData<typeof action>() ?? {}
  const message = useMessage()
  const { t } = useTranslation('writing')
  const remove = paths.removeDocumentAuthor(document.id)
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('authors.title', { number: document.number })}
          lead={t('authors.lead')}
        />
      }
    >
      <Section title={t('authors.present')} count={authors.length}>
        {authors.length === 0 && <p className="text-muted">{t('authors.nobody')}</p>}
        <ul className="grid list-none gap-2 p-0">
          {authors.map(({ id, name }) => (
            <li key={id}>
              <Form method="post" action={remove} className="flex items-center justify-between gap-2">
                <input type="hidden" name="membershipId" value={id} />
                {name}
                <SubmitButton kind="quiet" size="small" action={remove}>
                  {t('authors.remove', { name })}
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      </Section>
      {colleagues.length > 0 && (
        <Form method="post">
          <FormFields>
            <Field label={t('authors.colleague')} errors={lastResult?.error?.membershipId?.map(message)}>
              <Select
                name="membershipId"
                options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
            <FormActions>
              <SubmitButton>{t('authors.add')}</SubmitButton>
            </FormActions>
          </FormFields>
        </Form>
      )}
    </Page>
  )
}
