import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { functionsOf } from '#app/domain/access/actor.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { AskForm as AskSchema } from '../forms.ts'
import type { AskableRow } from './candidate-table.tsx'
import { LineField, Problems, TextAreaField } from './form-fields.tsx'
import { type FormReply, useFormOf } from './use-form-of.ts'

interface AskFormProps {
  documentId: string
  version: number
  accounts: AskableRow[]
  /** Whether an answer is usual for this kind of document. */
  isResponseUsual: boolean
  reply?: FormReply
}

const counted = ['purchasing', 'engineering', 'quality', 'logistics'] as const

/** Which accounts, how many of which function, until when, and what is declared. */
export function AskForm({ documentId, version, accounts, isResponseUsual, reply }: AskFormProps) {
  const { t } = useTranslation(['acknowledgements', 'common'])
  const message = useMessage()
  const open = accounts.filter((each) => !each.isAsked)
  const present = functionsOf('customer').filter((fn) => open.some((each) => each.functions.includes(fn)))
  const [form, fields] = useFormOf(AskSchema, 'ask', reply, {
    version,
    ...Object.fromEntries(counted.map((fn) => [fn, present.includes(fn) ? 1 : 0])),
    isResponseWanted: isResponseUsual ? 'on' : undefined,
  })
  const { accountIds, isResponseWanted, isGapAccepted } = fields
  const chosen = accountIds.initialValue ?? open.map(({ id }) => id)
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        <input type="hidden" name="version" value={version} />
        <CheckboxGroup
          id={accountIds.id}
          name="accountIds"
          label={t('ask.accounts')}
          hint={t('ask.accountsHint')}
          errors={accountIds.errors?.map(message)}
          defaultValues={[chosen].flat().map(String)}
          isInColumns
          choices={accounts.map(({ id, name, isAsked }) => ({
            value: id,
            label: name,
            hint: isAsked ? t('ask.asked') : undefined,
            isDisabled: isAsked,
          }))}
        />
        <fieldset className="grid gap-2">
          <legend className="ui-label mb-1">{t('ask.quorum')}</legend>
          <FormRow>
            {counted.map((fn) => (
              <LineField key={fn} field={fields[fn]} label={t(`common:function.${fn}`)} type="number" />
            ))}
          </FormRow>
          <p className="ui-hint">{t('ask.quorumHint')}</p>
        </fieldset>
        <Checkbox
          name="isResponseWanted"
          label={t('ask.response')}
          defaultChecked={isResponseWanted.initialValue === 'on'}
        />
        <LineField
          field={fields.dueOn}
          label={t('ask.dueOn')}
          hint={t('ask.dueHint')}
          type="date"
          isOptional
        />
        <TextAreaField
          field={fields.statement}
          label={t('ask.statement')}
          hint={t('ask.statementHint')}
          isOptional
        />
        <Checkbox
          id={isGapAccepted.id}
          name="isGapAccepted"
          label={t('ask.gap')}
          errors={isGapAccepted.errors?.map(message)}
          defaultChecked={isGapAccepted.initialValue === 'on'}
        />
        <FormActions>
          <SubmitButton>{t('ask.confirm')}</SubmitButton>
          <LinkButton to={paths.documentAcknowledgement(documentId, version)} kind="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
