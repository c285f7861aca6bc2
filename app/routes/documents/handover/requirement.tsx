import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { headOf } from '#app/domain/accounts/head.ts'
import { AccountHeader } from '#app/domain/accounts/ui/account-header.tsx'
import { changeRequirement } from '#app/domain/documents/handovers/commands/change-requirement.server.ts'
import { RequirementForm as RequirementSchema } from '#app/domain/documents/handovers/forms.ts'
import { getRequirementToChange } from '#app/domain/documents/handovers/queries/requirement.server.ts'
import { RequirementForm } from '#app/domain/documents/handovers/ui/requirement-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['accounts', 'documents', 'handover'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { account, requirement } = await getRequirementToChange(actor, params.id ?? '')
  const head = headOf(actor, account)
  return { title: titleIn(actor.language, 'handover:needed.change'), head, requirement }
})

export const action = actionFor(({ actor, params, request }) =>
  submit(request, RequirementSchema, async (input) => {
    const id = params.id ?? ''
    await changeRequirement(actor, id, input)
    return redirectWithToast(paths.accountHandover(id), 'handover:toast.needed')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Requirement() {
  const { head, requirement } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('handover')
  return (
    <Page header={<AccountHeader head={head} />}>
      <Section title={t('needed.change')} text={t('needed.text')}>
        <RequirementForm requirement={requirement} back={paths.accountHandover(head.id)} reply={reply} />
      </Section>
    </Page>
  )
}
