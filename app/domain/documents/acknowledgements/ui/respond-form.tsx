import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { responses } from '../engine/states.ts'
import { InformForm as InformSchema, RequestMoreForm, RespondForm as RespondSchema } from '../forms.ts'
import { Problems, TextAreaField } from './form-fields.tsx'
import { type FormReply, useFormOf } from './use-form-of.ts'

interface AnswerProps {
  documentId: string
  version: number
  reply?: FormReply
}

/** The answer for the whole account. */
export function RespondForm({ documentId, version, reply }: AnswerProps) {
  const { t } = useTranslation(['acknowledgements', 'common'])
  const message = useMessage()
  const [form, { outcome, text }] = useFormOf(RespondSchema, 'respond', reply)
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          id={outcome.id}
          name="outcome"
          label={t('respond.outcome')}
          errors={outcome.errors?.map(message)}
          defaultValue={outcome.initialValue as string | undefined}
          choices={responses.map((value) => ({ value, label: t(`respond.${value}`) }))}
        />
        <TextAreaField field={text} label={t('respond.text')} hint={t('respond.textHint')} />
        <Ends documentId={documentId} version={version} label={t('respond.confirm')} />
      </FormFields>
    </Form>
  )
}

/** Asks for samples or for information. */
export function MoreForm({ documentId, version, reply, kind }: AnswerProps & { kind: 'samples' | 'info' }) {
  const { t } = useTranslation('acknowledgements')
  const [form, { text }] = useFormOf(RequestMoreForm, kind, reply)
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        <input type="hidden" name="version" value={version} />
        <input
          type="hidden"
          name="kind"
          value={kind === 'info' ? 'information_requested' : 'samples_requested'}
        />
        <TextAreaField field={text} label={t(`more.${kind}Text`)} />
        <Ends documentId={documentId} version={version} label={t(`more.${kind}Confirm`)} />
      </FormFields>
    </Form>
  )
}

/** The supplier's answer to what an account asked. */
export function InformForm({ documentId, version, reply, accountId }: AnswerProps & { accountId: string }) {
  const { t } = useTranslation('acknowledgements')
  const [form, { text }] = useFormOf(InformSchema, 'inform', reply)
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="accountId" value={accountId} />
        <TextAreaField field={text} label={t('inform.text')} />
        <Ends documentId={documentId} version={version} label={t('inform.confirm')} />
      </FormFields>
    </Form>
  )
}

function Ends({ documentId, version, label }: { documentId: string; version: number; label: string }) {
  const { t } = useTranslation()
  return (
    <FormActions>
      <SubmitButton>{label}</SubmitButton>
      <LinkButton to={paths.documentAcknowledgement(documentId, version)} kind="quiet">
        {t('action.cancel')}
      </LinkButton>
    </FormActions>
  )
}
