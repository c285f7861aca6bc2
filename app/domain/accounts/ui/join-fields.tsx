import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormProblems, TextField } from '#app/domain/auth/ui/fields.tsx'
import { type FormReply, useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Link } from '#app/ui/link.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { JoinForm, JoinSignedInForm, JoinWithPasswordForm } from '../forms.ts'
import type { JoiningOrganization } from '../queries/invitation.server.ts'

interface JoinProps {
  /** Signed in already, known by its address, or new here. */
  kind: 'signedIn' | 'known' | 'new'
  invitation: { name: string; email: string; organizationName: string; accountId: string | null }
  /** Of one's own, that can take the account. */
  organizations: JoiningOrganization[]
  /** Where to come back to. */
  here: string
  reply?: FormReply
}

export function JoinFields({ kind, ...props }: JoinProps) {
  if (kind === 'signedIn') return <JoinAsSignedIn {...props} />
  return kind === 'known' ? <JoinAsKnown {...props} /> : <JoinAsNew {...props} />
}

type Props = Omit<JoinProps, 'kind'>

function JoinAsSignedIn({ invitation, organizations, reply }: Props) {
  const { t } = useTranslation('accounts')
  const [form, fields] = useZodForm(JoinSignedInForm, { id: 'join', reply })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormProblems form={form} />
        <p>{t('join.signedIn', { email: invitation.email })}</p>
        {organizations.length > 0 && (
          <RadioGroup
            name={fields.as.name}
            label={t('join.as')}
            hint={t('join.asHint')}
            errors={fields.as.errors}
            defaultValue={organizations[0]?.id}
            choices={[
              ...organizations.map(({ id, name }) => ({ value: id, label: name })),
              { value: '', label: t('join.asNew', { name: invitation.organizationName }) },
            ]}
          />
        )}
        <Join />
      </FormFields>
    </Form>
  )
}

function JoinAsKnown({ invitation, here, reply }: Props) {
  const { t } = useTranslation('accounts')
  const [form, fields] = useZodForm(JoinWithPasswordForm, { id: 'join', reply })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormProblems form={form} />
        <p>{t('join.known')}</p>
        {invitation.accountId && (
          <p>
            {t('join.asKnown')}{' '}
            <Link to={paths.signIn(here)} className="ui-link">
              {t('join.signIn')}
            </Link>
          </p>
        )}
        <Address email={invitation.email} />
        <TextField
          field={fields.password}
          type="password"
          label={t('join.password')}
          autoComplete="current-password"
          isFocused
        />
        <Join />
      </FormFields>
    </Form>
  )
}

function JoinAsNew({ invitation, reply }: Props) {
  const { t } = useTranslation(['accounts', 'auth'])
  const defaultValue = { name: invitation.name }
  const [form, fields] = useZodForm(JoinForm, { id: 'join', reply, defaultValue })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormProblems form={form} />
        <Address email={invitation.email} />
        <TextField field={fields.name} label={t('accounts:join.name')} autoComplete="name" />
        <TextField
          field={fields.password}
          type="password"
          label={t('accounts:join.password')}
          hint={t('auth:password.rule')}
          autoComplete="new-password"
          isFocused
        />
        <Join />
      </FormFields>
    </Form>
  )
}

/** For the person to see, and for a password manager to keep. */
function Address({ email }: { email: string }) {
  const { t } = useTranslation('accounts')
  return (
    <p>
      <span className="ui-label">{t('join.email')}</span>
      <span className="block">{email}</span>
      <input type="hidden" autoComplete="username" value={email} readOnly />
    </p>
  )
}

function Join() {
  const { t } = useTranslation('accounts')
  return (
    <FormActions>
      <SubmitButton>{t('join.submit')}</SubmitButton>
    </FormActions>
  )
}
