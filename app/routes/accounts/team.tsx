import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { addToTeam } from '#app/domain/accounts/commands/team.server.ts'
import { TeamMemberForm } from '#app/domain/accounts/forms.ts'
import { headOf } from '#app/domain/accounts/head.ts'
import { accountPolicy } from '#app/domain/accounts/policy.ts'
import { getAccount } from '#app/domain/accounts/queries/accounts.server.ts'
import { listTeam } from '#app/domain/accounts/queries/team.server.ts'
import { AccountHeader } from '#app/domain/accounts/ui/account-header.tsx'
import { TeamTable } from '#app/domain/accounts/ui/team-table.tsx'
import { FormProblems, SelectField } from '#app/domain/auth/ui/fields.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['accounts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const account = await getAccount(actor, params.id ?? '')
  authorize(accountPolicy.seeTeam(actor))
  const colleagues = await listTeam(actor, account.id)
  return {
    title: titleIn(actor.language, 'accounts:title.team'),
    head: headOf(actor, account),
    team: colleagues.filter(({ isOnTeam }) => isOnTeam),
    others: colleagues.filter(({ isOnTeam, isActive }) => isActive && !isOnTeam),
    canChange: accountPolicy.changeTeam(actor, account),
  }
})

export const action = actionFor(({ actor, params, request }) =>
  submit(request, TeamMemberForm, async ({ membershipId }) => {
    const id = params.id ?? ''
    await addToTeam(actor, id, membershipId)
    return redirectWithToast(paths.accountTeam(id), 'accounts:toast.teamAdded')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Team() {
  const { head, team, canChange } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  return (
    <Page header={<AccountHeader head={head} />}>
      <Section title={t('title.team')} count={team.length} text={t('team.lead')}>
        {team.length > 0 ? (
          <TeamTable accountId={head.id} team={team} canChange={canChange} />
        ) : (
          <p className="text-muted">{t('team.empty')}</p>
        )}
      </Section>
      {canChange && <Add />}
      {canChange && <Restriction />}
    </Page>
  )
}

function Add() {
  const { others } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(TeamMemberForm, { id: 'team', reply })
  const options = others.map(({ membershipId, name }) => ({ value: membershipId, label: name }))
  return (
    <Section title={t('team.add')}>
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <FormProblems form={form} />
          <SelectField field={fields.membershipId} label={t('team.member')} options={options} />
          <FormActions>
            <SubmitButton>{t('team.add')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </Section>
  )
}

function Restriction() {
  const { head } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const { isRestricted } = head
  return (
    <Section title={t('team.restriction')} text={t('team.restrictionText')}>
      <p className="mb-3">{t(isRestricted ? 'team.isRestricted' : 'team.isOpen')}</p>
      <Form method="post" action={paths.restrictAccount(head.id)}>
        <Button name="isRestricted" value={isRestricted ? 'no' : 'yes'}>
          {t(isRestricted ? 'team.unrestrict' : 'team.restrict')}
        </Button>
      </Form>
    </Section>
  )
}
