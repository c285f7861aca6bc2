import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { decideMark } from '#app/domain/documents/redaction/commands/decide.server.ts'
import { DecideForm } from '#app/domain/documents/redaction/forms.ts'
import { getRedaction } from '#app/domain/documents/redaction/queries/page.server.ts'
import { MarkForm } from '#app/domain/documents/redaction/ui/mark-form.tsx'
import { MarkedText } from '#app/domain/documents/redaction/ui/marked-text.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['documents', 'redaction'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const redaction = await getRedaction(actor, params.id ?? '')
  const { number } = redaction.document
  return { ...redaction, title: titleIn(actor.language, 'redaction:title', { number }) }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, DecideForm, async (input) => {
    const count = await decideMark(actor, id, input)
    return redirectWithToast(paths.documentAct(id, 'redaction'), 'redaction:toast', { count })
  }),
)

/** Also after a refusal: whoever was not the first decides by what stands there now. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function RedactionPage() {
  const { document, seenAt, open, kept, fields } = useLoaderData<typeof loader>()
  const { t } = useTranslation('redaction')
  const seen = seenAt.toISOString()
  const title = t('title', { number: document.number })
  const edit = <LinkButton to={paths.editDocument(document.id)}>{t('edit')}</LinkButton>
  const crumbs = <DocumentCrumbs document={document} version={document.version} />
  return (
    <Page header={<PageHeader breadcrumbs={crumbs} title={title} lead={t('lead')} secondary={edit} />}>
      <Problems />
      {open.length === 0 ? (
        <Notice tone="positive" title={t('none')}>
          <p>{t('noneText')}</p>
        </Notice>
      ) : (
        <Section title={t('open', { count: open.length })}>
          <ul className="divide-y divide-line">
            {open.map((mark) => (
              <MarkForm
                key={`${mark.field} ${mark.from} ${mark.folded}`}
                {...{ documentId: document.id, mark, seenAt: seen }}
              />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('text')}>
        <dl className="grid gap-3">
          {fields.map(({ field, pieces }) => (
            <div key={field}>
              <dt className="text-sm text-muted">{t(`part.${field}`)}</dt>
              <dd>
                <MarkedText pieces={pieces} language={document.language} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      {kept.length > 0 && (
        <Section title={t('kept')}>
          <ul className="grid gap-2">
            {kept.map(({ id, text, reason, decidedBy }) => (
              <li key={id}>
                <span className="font-medium">{text}</span>
                <span className="block text-muted">{t('keptBy', { name: decidedBy.name, reason })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

/** What could not be done, above the list. */
function Problems() {
  const { t } = useTranslation('common')
  const message = useMessage()
  const reply = useActionData<typeof action>()
  const errors = Object.values((reply && 'lastResult' in reply && reply.lastResult.error) || {})
  return (
    <FormErrors
      title={t('form.problems')}
      errors={errors.flatMap((each) => each ?? []).map((each) => ({ message: message(each) }))}
    />
  )
}
