import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { addProduct } from '#app/domain/accounts/commands/products.server.ts'
import { ProductForm } from '#app/domain/accounts/forms.ts'
import { productPolicy } from '#app/domain/accounts/policy.ts'
import { listFamilies } from '#app/domain/accounts/queries/products.server.ts'
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
  const families = await listFamilies(actor)
  return {
    title: titleIn(actor.language, 'accounts:title.newProduct'),
    families: families.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, ProductForm, async (input) => {
    await addProduct(actor, input)
    return redirectWithToast(paths.products(), 'accounts:toast.productSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewProduct() {
  const { families } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(ProductForm, { id: 'product', reply })
  const back = [{ label: t('title.products'), href: paths.products() }]
  const crumbs = <Breadcrumbs label={t('title.products')} items={back} />
  return (
    <Page header={<PageHeader title={t('title.newProduct')} breadcrumbs={crumbs} />} width="prose">
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <FormProblems form={form} />
          <SelectField field={fields.familyId} label={t('products.family')} options={families} />
          <TextField field={fields.number} label={t('products.number')} />
          <TextField field={fields.name} label={t('products.name')} />
          <FormActions>
            <SubmitButton>{t('products.save')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </Page>
  )
}
