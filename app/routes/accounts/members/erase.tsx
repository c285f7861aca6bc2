import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { eraseMember } from '#app/domain/accounts/commands/erase-member.server.ts'
import { EraseForm } from '#app/domain/accounts/forms.ts'
import { canErase, memberPolicy } from '#app/domain/accounts/policy.ts'
import { getMember } from '#app/domain/accounts/queries/members.server.ts'
import { FormProblems, TextField } from '#app/domain/auth/ui/fields.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['accounts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { membershipId, name, email, ...member } = await getMember(actor, params.id ?? '')
  authorize(memberPolicy.change(actor) && canErase(member))
  return { membershipId, name, email, title: titleIn(actor.language, 'accounts:erase.title', { name }) }
})

export const action = actionFor(({ actor, params, request }) =>
  submit(request, EraseForm, async ({ name }) => {
    const id = params.id ?? ''
    await eraseMember(actor, id, name)
    return redirectWithToast(paths.member(id), 'accounts:toast.erased')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function EraseMember() {
  const { membershipId, name, email } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(EraseForm, { id: 'erase', reply })
  const back = [
    { label: t('title.members'), href: paths.members() },
    { label: name, href: paths.member(membershipId) },
  ]
  const header = (
    <PageHeader
      title={t('erase.title', { name })}
      lead={t('erase.lead', { name, email })}
      breadcrumbs={<Breadcrumbs label={t('title.members')} items={back} />}
    />
  )
  return (
    <Page header={header} width="prose">
      <ul className="grid list-disc gap-1 ps-5">
        <li>{t('erase.replaced')}</li>
        <li>{t('erase.stays')}</li>
        <li>{t('erase.elsewhere')}</li>
      </ul>
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <FormProblems form={form} />
          <TextField field={fields.name} label={t('erase.name', { name })} />
          <FormActions>
            <Button kind="danger">{t('erase.confirm')}</Button>
          </FormActions>
        </FormFields>
      </Form>
    </Page>
  )
}
