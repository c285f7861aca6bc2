import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { functionsOf } from '#app/domain/access/actor.ts'
import { changeMember } from '#app/domain/accounts/commands/members.server.ts'
import { MemberForm } from '#app/domain/accounts/forms.ts'
import { canErase, memberPolicy } from '#app/domain/accounts/policy.ts'
import { getMember } from '#app/domain/accounts/queries/members.server.ts'
import { MemberFacts } from '#app/domain/accounts/ui/member-facts.tsx'
import { MemberFields } from '#app/domain/accounts/ui/member-fields.tsx'
import { MemberState } from '#app/domain/accounts/ui/member-table.tsx'
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
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['accounts'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const member = await getMember(actor, params.id ?? '')
  const canChange = memberPolicy.change(actor) && !member.erasedAt
  return {
    title: titleIn(actor.language, 'accounts:title.members'),
    ...{ member, canChange, canDeactivate: canChange && member.membershipId !== actor.membershipId },
    canErase: canChange && canErase(member),
    functions: [...functionsOf(actor.side)],
  }
})

export const action = actionFor(({ actor, params, request }) =>
  submit(request, MemberForm, async (input) => {
    const id = params.id ?? ''
    await changeMember(actor, id, input)
    return redirectWithToast(paths.member(id), 'accounts:toast.memberSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.member.name} · ${data?.title}` },
]

export default function Member() {
  const { member, canChange, canDeactivate } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const back = [{ label: t('title.members'), href: paths.members() }]
  const header = (
    <PageHeader
      title={member.name}
      breadcrumbs={<Breadcrumbs label={t('title.members')} items={back} />}
      state={<MemberState member={member} />}
    />
  )
  return (
    <Page header={header} width="prose">
      <Section title={t('members.details')}>
        {canChange ? <Change /> : <MemberFacts member={member} />}
      </Section>
      {canDeactivate && <Access />}
    </Page>
  )
}

function Change() {
  const { member, functions } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['accounts', 'common'])
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(MemberForm, { id: 'member', reply, defaultValue: { name: member.name } })
  const { isAdministrator } = member
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormProblems form={form} />
        <TextField field={fields.name} label={t('accounts:members.name')} />
        <MemberFacts member={member} isShort />
        <MemberFields
          choices={functions}
          functions={member.functions}
          isAdministrator={isAdministrator}
          errors={fields.functions.errors}
        />
        <FormActions>
          <SubmitButton>{t('common:action.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}

function Access() {
  const { member, canErase } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const { membershipId: id, name } = member
  const isActive = member.deactivatedAt === null
  const text = t(isActive ? 'members.deactivateText' : 'members.reactivateText', { name })
  return (
    <Section title={t('members.access')} text={text}>
      <Form method="post" action={isActive ? paths.deactivateMember(id) : paths.reactivateMember(id)}>
        <Button kind={isActive ? 'danger' : 'secondary'}>
          {t(isActive ? 'members.deactivate' : 'members.reactivate')}
        </Button>
      </Form>
      {canErase && (
        <div className="mt-6 grid justify-items-start gap-3">
          <p>{t('members.eraseText', { name })}</p>
          <LinkButton kind="danger" to={paths.eraseMember(id)}>
            {t('members.erase')}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}
