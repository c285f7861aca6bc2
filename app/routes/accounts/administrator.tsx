import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { inviteAdministrator } from '#app/domain/accounts/commands/accounts.server.ts'
import { AdministratorForm } from '#app/domain/accounts/forms.ts'
import { headOf } from '#app/domain/accounts/head.ts'
import { accountPolicy } from '#app/domain/accounts/policy.ts'
import { getAccount } from '#app/domain/accounts/queries/accounts.server.ts'
import { AccountHeader } from '#app/domain/accounts/ui/account-header.tsx'
import { FormProblems, TextField } from '#app/domain/auth/ui/fields.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['accounts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const account = await getAccount(actor, params.id ?? '')
  authorize(accountPolicy.changeTeam(actor, account))
  return { title: titleIn(actor.language, 'accounts:title.administrator'), head: headOf(actor, account) }
})

export const action = actionFor(({ actor, params, request }) =>
  submit(request, AdministratorForm, async (input) => {
    const id = params.id ?? ''
    await inviteAdministrator(actor, id, input)
    return redirectWithToast(paths.account(id), 'accounts:toast.invited')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Administrator() {
  const { head } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(AdministratorForm, { id: 'administrator', reply })
  return (
    <Page header={<AccountHeader head={head} />} width="prose">
      <Section title={t('title.administrator')}>
        <Form method="post" {...getFormProps(form)}>
          <FormFields>
            <FormProblems form={form} />
            <TextField field={fields.administratorName} label={t('new.administratorName')} isFocused />
            <TextField field={fields.email} type="email" label={t('new.email')} hint={t('new.emailHint')} />
            <FormActions>
              <SubmitButton>{t('invite.submit')}</SubmitButton>
            </FormActions>
          </FormFields>
        </Form>
      </Section>
    </Page>
  )
}
