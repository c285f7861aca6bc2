import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { writeTemplate } from '#app/domain/documents/writing/commands/templates.server.ts'
import { TemplateForm as TemplateSchema } from '#app/domain/documents/writing/forms.ts'
import { listTemplates } from '#app/domain/documents/writing/queries/templates.server.ts'
import { TemplateForm } from '#app/domain/documents/writing/ui/template-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { asLanguage, languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['documents', 'writing'] }

export const loader = loaderFor(async ({ actor }) => ({
  templates: await listTemplates(actor),
  language: actor.language,
  title: titleIn(actor.language, 'writing:templates.title'),
}))

export const action = actionFor(({ actor, request }) =>
  submit(request, TemplateSchema, async (input) => {
    await writeTemplate(actor, null, input)
    return redirectWithToast(paths.documentTemplates(), 'writing:toast.templateSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Templates() {
  const { templates, language } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['writing', 'documents'])
  const breadcrumbs = (
    <Breadcrumbs
      label={t('documents:title')}
      items={[{ label: t('documents:title'), href: paths.documents() }]}
    />
  )
  return (
    <Page
      header={
        <PageHeader breadcrumbs={breadcrumbs} title={t('templates.title')} lead={t('templates.lead')} />
      }
    >
      <ul className="grid list-none p-0">
        {templates.map(({ id, title, kind, language: written }) => (
          <li key={id} className="border-line border-t py-2">
            <TextLink to={paths.documentTemplate(id)}>{title}</TextLink>{' '}
            <span className="text-muted text-sm">
              {t(`documents:kind.${kind}`)} · {languageNames[asLanguage(written)]}
            </span>
          </li>
        ))}
      </ul>
      <Section title={t('templates.new')}>
        <TemplateForm language={language} reply={reply} />
      </Section>
    </Page>
  )
}
