import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormProblems, TextField } from '#app/domain/auth/ui/fields.tsx'
import { type FormReply, useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { JoinAsGuestForm, JoinSignedInForm, JoinWithPasswordForm } from '../forms.ts'

interface JoinProps {
  /** Signed in already, known by its address, or new here. */
  kind: 'signedIn' | 'known' | 'new'
  invitation: { name: string; email: string }
  reply?: FormReply
}

export function JoinFields({ kind, ...props }: JoinProps) {
  if (kind === 'signedIn') return <JoinSignedIn {...props} />
  return kind === 'known' ? <JoinKnown {...props} /> : <JoinNew {...props} />
}

type Props = Omit<JoinProps, 'kind'>

function JoinSignedIn({ invitation, reply }: Props) {
  const { t } = useTranslation('guests')
  const [form] = useZodForm(JoinSignedInForm, { id: 'join', reply })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormProblems form={form} />
        <p>{t('join.signedIn', { email: invitation.email })}</p>
        <Join />
      </FormFields>
    </Form>
  )
}

function JoinKnown({ invitation, reply }: Props) {
  const { t } = useTranslation('guests')
  const [form, fields] = useZodForm(JoinWithPasswordForm, { id: 'join', reply })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormProblems form={form} />
        <p>{t('join.known', { email: invitation.email })}</p>
        <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
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

function JoinNew({ invitation, reply }: Props) {
  const { t } = useTranslation(['guests', 'auth'])
  const defaultValue = { name: invitation.name }
  const [form, fields] = useZodForm(JoinAsGuestForm, { id: 'join', reply, defaultValue })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormProblems form={form} />
        <p>{t('guests:join.new', { email: invitation.email })}</p>
        <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
        <TextField field={fields.name} label={t('guests:join.name')} autoComplete="name" />
        <TextField
          field={fields.password}
          type="password"
          label={t('guests:join.password')}
          hint={t('auth:password.rule')}
          autoComplete="new-password"
          isFocused
        />
        <Join />
      </FormFields>
    </Form>
  )
}

function Join() {
  const { t } = useTranslation('guests')
  return (
    <FormActions>
      <SubmitButton>{t('join.submit')}</SubmitButton>
    </FormActions>
  )
}
