import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { writeTranslation } from '#app/domain/documents/translations/commands/write.server.ts'
import { TranslationForm as TranslationSchema } from '#app/domain/documents/translations/forms.ts'
import { getTranslation, languageOf } from '#app/domain/documents/translations/queries/edit.server.ts'
import { TranslationForm } from '#app/domain/documents/translations/ui/translation-form.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'translations'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const found = await getTranslation(actor, params.id ?? '', params.language)
  const named = { number: found.document.number, language: languageNames[found.language] }
  return { ...found, heading: named, pageTitle: titleIn(actor.language, 'translations:into', named) }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, TranslationSchema, async (input) => {
    const id = params.id ?? ''
    await writeTranslation(actor, id, languageOf(params.language), input)
    return redirectWithToast(paths.documentTranslations(id), 'translations:toast.saved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }]

export default function Translation() {
  const found = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['translations', 'documents'])
  const { document, version, heading } = found
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('into', heading)}
          meta={t('documents:version', { version: version.version })}
          lead={t('intoLead')}
        />
      }
    >
      {found.state === 'outdated' && (
        <Notice title={t('outdatedNotice', { version: found.sourceVersion ?? 0 })}>
          <p>{t('outdatedText')}</p>
        </Notice>
      )}
      <TranslationForm translation={found} reply={reply} />
    </Page>
  )
}
