import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { FormProblems } from '../../ui/form-problems.tsx'
import { checklistLimits } from '../checklist.ts'
import type { Opened } from './checklist-card.tsx'

interface StartFieldsProps {
  opened: Opened
  lastResult?: SubmissionResult<string[]> | null
}

/** Who reads it comes first, then a template or one's own words. */
export function StartFields({ opened, lastResult }: StartFieldsProps) {
  const { t } = useTranslation(['checklists', 'consultations'])
  const message = useMessage()
  const typed = (lastResult?.initialValue ?? {}) as Record<string, string | undefined>
  const errors = (name: string) => lastResult?.error?.[name]?.map(message)
  const { lanes, templates, sides } = opened
  return (
    <Form method="post">
      <FormFields>
        <FormProblems lastResult={lastResult} />
        <RadioGroup
          label={t('consultations:lane.choose')}
          name="lane"
          defaultValue={typed.lane ?? lanes[0]}
          choices={lanes.map((lane) => ({
            value: lane,
            label: t(`lane.${lane}`),
            hint: t(`consultations:lane.${lane}Readers`, sides),
          }))}
        />
        {templates.length > 0 && (
          <Field label={t('template')} hint={t('templateHint')} errors={errors('templateId')}>
            <Select
              name="templateId"
              emptyLabel={t('ownWords')}
              defaultValue={typed.templateId ?? ''}
              options={templates.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        )}
        <Field label={t('name')} errors={errors('name')}>
          <Input name="name" maxLength={checklistLimits.name} defaultValue={typed.name} />
        </Field>
        <Field label={t('items')} hint={t('itemsHint')} errors={errors('items')}>
          <TextArea name="items" rows={4} defaultValue={typed.items} />
        </Field>
        <FormActions>
          <SubmitButton>{t('start')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
