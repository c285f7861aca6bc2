import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { addVariant } from '#app/domain/accounts/commands/products.server.ts'
import { VariantForm } from '#app/domain/accounts/forms.ts'
import { productPolicy } from '#app/domain/accounts/policy.ts'
import { accountName, listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { listProducts } from '#app/domain/accounts/queries/products.server.ts'
import { FormProblems, SelectField, TextField } from '#app/domain/auth/ui/fields.tsx'
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
  authorize(productPolicy.change(actor))
  const [accounts, products] = await Promise.all([listAccounts(actor), listProducts(actor)])
  return {
    title: titleIn(actor.language, 'accounts:title.newVariant'),
    accounts: accounts.map((account) => ({ value: account.id, label: accountName(actor, account) })),
    products: products.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
  }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, VariantForm, async (input) => {
    await addVariant(actor, input)
    return redirectWithToast(paths.products(), 'accounts:toast.productSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewVariant() {
  const { accounts, products } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(VariantForm, { id: 'variant', reply })
  const back = [{ label: t('title.products'), href: paths.products() }]
  const crumbs = <Breadcrumbs label={t('title.products')} items={back} />
  return (
    <Page header={<PageHeader title={t('title.newVariant')} breadcrumbs={crumbs} />} width="prose">
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <FormProblems form={form} />
          <SelectField field={fields.accountId} label={t('products.account')} options={accounts} />
          <SelectField field={fields.productId} label={t('products.product')} options={products} />
          <TextField field={fields.number} label={t('products.variantNumber')} />
          <TextField field={fields.customerNumber} label={t('products.customerNumber')} />
          <FormActions>
            <SubmitButton>{t('products.save')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </Page>
  )
}
