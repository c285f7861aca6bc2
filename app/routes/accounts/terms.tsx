import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { headOf } from '#app/domain/accounts/head.ts'
import { AccountHeader } from '#app/domain/accounts/ui/account-header.tsx'
import { changeTerms } from '#app/domain/documents/acknowledgements/commands/change-terms.server.ts'
import { TermsForm as TermsSchema } from '#app/domain/documents/acknowledgements/forms.ts'
import { termsPolicy } from '#app/domain/documents/acknowledgements/policy.ts'
import { getAccountTerms } from '#app/domain/documents/acknowledgements/queries/terms.server.ts'
import { TermsFacts, TermsTable } from '#app/domain/documents/acknowledgements/ui/terms/facts.tsx'
import { TermsForm } from '#app/domain/documents/acknowledgements/ui/terms/form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['accounts', 'acknowledgements'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { account, terms, versions, today } = await getAccountTerms(actor, params.id ?? '')
  return {
    title: titleIn(actor.language, 'acknowledgements:terms.title'),
    ...{ head: headOf(actor, account), terms, versions, today },
    isUsual: !versions.some(({ effectiveOn }) => effectiveOn <= today),
    canChange: termsPolicy.change(actor, account),
  }
})

export const action = actionFor(({ actor, params, request }) =>
  submit(request, TermsSchema, async (input) => {
    const id = params.id ?? ''
    await changeTerms(actor, id, input)
    const day = input.effectiveOn
    return redirectWithToast(paths.accountTerms(id), 'acknowledgements:toast.termsSaved', { day })
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AccountTerms() {
  const { head, terms, versions, today, isUsual, canChange } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('acknowledgements')
  return (
    <Page header={<AccountHeader head={head} />}>
      <p className="max-w-prose text-muted">{t('terms.lead')}</p>
      <Section title={t('terms.inEffect')} text={isUsual ? t('terms.usual') : undefined}>
        <TermsFacts terms={terms} />
      </Section>
      {versions.length > 0 && (
        <Section title={t('terms.versions')} count={versions.length}>
          <TermsTable versions={versions} />
        </Section>
      )}
      {canChange && (
        <Section title={t('terms.change')} text={t('terms.changeText')}>
          <TermsForm key={versions.length} terms={terms} today={today} reply={reply} />
        </Section>
      )}
    </Page>
  )
}
