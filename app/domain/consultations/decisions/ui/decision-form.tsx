import { type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { PossibleAssignee } from '../../queries/assignees.server.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { decisionLimits } from '../decision.ts'
import { DecisionForm } from '../forms.ts'
import type { ShownDecision } from '../queries/decision.server.ts'

interface DecisionFieldsProps {
  messageId: string
  /** What stands there at present. */
  decision: ShownDecision | null
  /** The number of the product that was asked about. */
  productNumber: string | null
  approvers: PossibleAssignee[]
  lastResult?: SubmissionResult<string[]> | null
}

export function DecisionFields(props: DecisionFieldsProps) {
  const { messageId, decision, productNumber, approvers, lastResult } = props
  const { t } = useTranslation('decisions')
  const message = useMessage()
  const [form, fields] = useForm({
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: DecisionForm }),
  })
  const { part, revision, conditions, approverId, validUntil } = fields
  const errorsOf = (field: { errors?: string[] }) => field.errors?.map(message)
  const optional = t('optional')
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit}>
      <FormFields>
        <FormProblems
          lastResult={lastResult}
          fields={{ part, revision, conditions, approverId, validUntil }}
        />
        <input type="hidden" name="messageId" value={messageId} />
        <FormRow>
          <Field label={t('part')} id={part.id} errors={errorsOf(part)} hint={t('partHint')}>
            <Input
              name="part"
              required
              maxLength={decisionLimits.part}
              defaultValue={decision?.part ?? productNumber ?? ''}
            />
          </Field>
          <Field label={t('revision')} id={revision.id} errors={errorsOf(revision)} note={optional}>
            <Input name="revision" maxLength={decisionLimits.revision} defaultValue={decision?.revision} />
          </Field>
        </FormRow>
        <Field
          label={t('conditions')}
          id={conditions.id}
          errors={errorsOf(conditions)}
          hint={t('conditionsHint')}
          note={optional}
        >
          <TextArea
            name="conditions"
            rows={4}
            maxLength={decisionLimits.conditions}
            defaultValue={decision?.conditions}
          />
        </Field>
        <FormRow>
          <Field
            label={t('approver')}
            id={approverId.id}
            errors={errorsOf(approverId)}
            hint={t('approverHint')}
            note={optional}
          >
            <Select
              name="approverId"
              emptyLabel={t('noApprover')}
              defaultValue={decision?.approver?.id ?? ''}
              options={approvers.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <Field
            label={t('validUntil')}
            id={validUntil.id}
            errors={errorsOf(validUntil)}
            hint={t('validUntilHint')}
            note={optional}
          >
            <Input name="validUntil" type="date" defaultValue={decision?.validUntil ?? ''} />
          </Field>
        </FormRow>
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
