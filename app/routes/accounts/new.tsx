import { getFormProps, getInputProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { openAccount } from '#app/domain/accounts/commands/accounts.server.ts'
import { OpenAccountForm } from '#app/domain/accounts/forms.ts'
import { accountPolicy } from '#app/domain/accounts/policy.ts'
import { timeZones } from '#app/domain/auth/time-zones.server.ts'
import { FormProblems, SelectField, TextField } from '#app/domain/auth/ui/fields.tsx'
import { languageOptions, timeZoneOptions } from '#app/domain/auth/ui/preference-fields.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['accounts'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(accountPolicy.open(actor))
  const { language, timeZone } = actor
  return { title: titleIn(language, 'accounts:title.new'), zones: timeZones(timeZone), language, timeZone }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, OpenAccountForm, async (input) => {
    const id = await openAccount(actor, input)
    return redirectWithToast(paths.account(id), 'accounts:toast.opened')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewAccount() {
  const { zones, language, timeZone } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['accounts', 'common'])
  const reply = useActionData<typeof action>()
  const defaultValue = { language, timeZone }
  const [form, fields] = useZodForm(OpenAccountForm, { id: 'account', reply, defaultValue })
  const { key, ...restricted } = getInputProps(fields.isRestricted, {
    type: 'checkbox',
    ariaAttributes: false,
  })
  const back = [{ label: t('accounts:title.list'), href: paths.accounts() }]
  const header = (
    <PageHeader
      title={t('accounts:title.new')}
      lead={t('accounts:new.lead')}
      breadcrumbs={<Breadcrumbs label={t('accounts:title.list')} items={back} />}
    />
  )
  return (
    <Page header={header} width="prose">
      <Form method="post" {...getFormProps(form)}>
        <FormProblems form={form} />
        <Section title={t('accounts:new.customer')}>
          <FormFields>
            <TextField field={fields.customerName} label={t('accounts:new.customerName')} isFocused />
            <FormRow>
              <SelectField field={fields.language} label={t('common:language')} options={languageOptions} />
              <SelectField
                field={fields.timeZone}
                label={t('common:timeZone')}
                options={timeZoneOptions(zones)}
              />
            </FormRow>
            <Checkbox key={key} {...restricted} label={t('accounts:new.isRestricted')} />
          </FormFields>
        </Section>
        <Section title={t('accounts:new.administrator')}>
          <FormFields>
            <TextField field={fields.administratorName} label={t('accounts:new.administratorName')} />
            <TextField
              field={fields.email}
              type="email"
              label={t('accounts:new.email')}
              hint={t('accounts:new.emailHint')}
            />
            <FormActions>
              <SubmitButton>{t('accounts:new.submit')}</SubmitButton>
            </FormActions>
          </FormFields>
        </Section>
      </Form>
    </Page>
  )
}
