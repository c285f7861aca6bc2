import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { functionsOf } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { inviteMember } from '#app/domain/accounts/commands/invitations.server.ts'
import { InviteForm } from '#app/domain/accounts/forms.ts'
import { memberPolicy } from '#app/domain/accounts/policy.ts'
import { MemberFields } from '#app/domain/accounts/ui/member-fields.tsx'
import { FormProblems, TextField } from '#app/domain/auth/ui/fields.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['accounts'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(memberPolicy.invite(actor))
  return { title: titleIn(actor.language, 'accounts:title.invite'), functions: [...functionsOf(actor.side)] }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, InviteForm, async (input) => {
    await inviteMember(actor, input)
    return redirectWithToast(paths.members(), 'accounts:toast.invited')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Invite() {
  const { functions } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(InviteForm, { id: 'invite', reply })
  const back = [{ label: t('title.members'), href: paths.members() }]
  const header = (
    <PageHeader
      title={t('title.invite')}
      lead={t('invite.lead')}
      breadcrumbs={<Breadcrumbs label={t('title.members')} items={back} />}
    />
  )
  return (
    <Page header={header} width="prose">
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <FormProblems form={form} />
          <TextField field={fields.name} label={t('members.name')} isFocused />
          <TextField field={fields.email} type="email" label={t('members.email')} />
          <MemberFields choices={functions} errors={fields.functions.errors} />
          <FormActions>
            <SubmitButton>{t('invite.submit')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </Page>
  )
}
