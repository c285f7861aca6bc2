import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { FormProblems } from '../../ui/form-problems.tsx'
import { GradeField } from './grade-field.tsx'
import type { Opened } from './participant-list.tsx'

interface AddFieldsProps {
  opened: Opened
  lastResult?: SubmissionResult<string[]>
}

/** Names a colleague of the own side, with what that one may do here. */
export function AddFields({ opened, lastResult }: AddFieldsProps) {
  const { t } = useTranslation(['participants', 'common'])
  const { consultation, colleagues, side } = opened
  if (colleagues.length === 0) return <p className="text-muted">{t('add.nobody')}</p>
  const options = colleagues.map(({ id, name, functions }) => ({
    value: id,
    label: [name, functions.map((each) => t(`common:function.${each}`)).join(', ')]
      .filter(Boolean)
      .join(' · '),
  }))
  const chosen = lastResult?.initialValue?.memberId
  const errors = lastResult?.error?.memberId ?? undefined
  return (
    // Somebody who was just named is in the list above, and the form begins anew.
    <Form method="post" key={colleagues.length} action={paths.consultationAct(consultation.id, 'people')}>
      <FormFields>
        <FormProblems lastResult={lastResult} fields={{ memberId: { id: 'memberId' } }} />
        <ChoiceField
          field={{ name: 'memberId', id: 'memberId', errors, initialValue: chosen }}
          label={t('add.who')}
          hint={t(`add.whoHint.${side}`)}
          emptyLabel={t('add.choose')}
          isRequired
          options={options}
        />
        <GradeField side={side} />
        <FormActions>
          <SubmitButton>{t('add.submit')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
