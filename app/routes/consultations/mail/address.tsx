import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { setQuestionAddress } from '#app/domain/consultations/mail/commands/question-address.server.ts'
import { QuestionAddressForm } from '#app/domain/consultations/mail/forms.ts'
import { receivedMailPolicy } from '#app/domain/consultations/mail/policy.ts'
import { findOwnQuestionAddress } from '#app/domain/consultations/mail/queries/question-address.server.ts'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['mailIn'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(receivedMailPolicy.setQuestionAddress(actor))
  return {
    title: titleIn(actor.language, 'mailIn:address.title'),
    address: await findOwnQuestionAddress(actor),
  }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, QuestionAddressForm, async ({ name }) => {
    await setQuestionAddress(actor, name)
    return redirectWithToast(paths.receivedMails(), 'mailIn:toast.addressSet')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function QuestionAddress() {
  const { address } = useLoaderData<typeof loader>()
  const { lastResult } = useActionData<typeof action>() ?? {}
  const { t } = useTranslation('mailIn')
  const message = useMessage()
  const crumbs = [{ label: t('title'), href: paths.receivedMails() }]
  const [error] = lastResult?.error?.name ?? []
  const typed = lastResult?.initialValue?.name
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={t('title')} items={crumbs} />}
          title={t('address.title')}
          lead={t('address.lead')}
        />
      }
    >
      {!address && <Notice title={t('address.off')} />}
      <FormProblems lastResult={lastResult} fields={{ name: { id: 'question-name' } }} />
      <Form method="post">
        <FormFields>
          <Field
            id="question-name"
            label={t('address.name')}
            hint={t('address.hint', { domain: address?.domain ?? 'portal.example.com' })}
            errors={error ? [message(error)] : undefined}
          >
            <Input
              name="name"
              defaultValue={typeof typed === 'string' ? typed : (address?.name ?? '')}
              autoComplete="off"
            />
          </Field>
          <FormActions>
            <SubmitButton>{t('address.save')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </Page>
  )
}
