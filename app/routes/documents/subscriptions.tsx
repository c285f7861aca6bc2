import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import Bell from 'lucide-react/icons/bell'
import { useTranslation } from 'react-i18next'
import { listFamilies, listProducts } from '#app/domain/accounts/queries/products.server.ts'
import { SettingsHeader } from '#app/domain/auth/ui/settings-header.tsx'
import { documentKinds } from '#app/domain/documents/kinds.ts'
import { subscribe } from '#app/domain/documents/subscriptions/commands/subscribe.server.ts'
import { SubscribeForm } from '#app/domain/documents/subscriptions/forms.ts'
import { listSubscriptions } from '#app/domain/documents/subscriptions/queries.server.ts'
import { SubscriptionList } from '#app/domain/documents/subscriptions/ui/subscription-list.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Select, type SelectOption } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['auth', 'subscriptions', 'documents'] }

export const loader = loaderFor(async ({ actor }) => {
  const [items, families, products] = await Promise.all([
    listSubscriptions(actor),
    listFamilies(actor),
    listProducts(actor),
  ])
  return {
    title: titleIn(actor.language, 'subscriptions:title'),
    items,
    families: families.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
    products: products.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
  }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, SubscribeForm, async (input) => {
    await subscribe(actor, input)
    const to = input.back ? paths.document(input.back) : paths.subscriptions()
    return redirectWithToast(to, 'subscriptions:toast.begun')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Subscriptions() {
  const { items, families, products } = useLoaderData<typeof loader>()
  const { lastResult } = useActionData<typeof action>() ?? {}
  const { t } = useTranslation(['subscriptions', 'documents', 'common'])
  const message = useMessage()
  const errors = Object.values(lastResult?.error ?? {}).flatMap((each) => each ?? [])
  const kinds = documentKinds.map((value) => ({ value, label: t(`documents:kind.${value}`) }))
  return (
    <Page header={<SettingsHeader title={t('subscriptions:title')} />} width="prose">
      <FormErrors
        title={t('common:error.title')}
        errors={errors.map((error) => ({ message: message(error) }))}
      />
      <p className="text-muted">{t('subscriptions:lead')}</p>
      {items.length > 0 ? (
        <SubscriptionList items={items} />
      ) : (
        <EmptyState icon={Bell} title={t('subscriptions:empty.title')} text={t('subscriptions:empty.text')} />
      )}
      <Section title={t('subscriptions:add')}>
        <Add name="familyId" options={families} />
        <Add name="productId" options={products} />
        <Add name="kind" options={kinds} />
      </Section>
    </Page>
  )
}

/** One choice and its button: each kind of subscription is a form of its own. */
function Add({ name, options }: { name: 'familyId' | 'productId' | 'kind'; options: SelectOption[] }) {
  const { t } = useTranslation('subscriptions')
  if (options.length === 0) return null
  return (
    <Form method="post" className="flex flex-wrap items-end gap-3">
      <Field id={`add-${name}`} label={t(`choose.${name}`)}>
        <Select name={name} options={options} />
      </Field>
      <SubmitButton kind="secondary">{t('begin')}</SubmitButton>
    </Form>
  )
}
