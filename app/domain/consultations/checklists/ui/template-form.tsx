import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type MemberFunction, memberFunctions } from '#app/domain/access/actor.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { FormProblems } from '../../ui/form-problems.tsx'
import { checklistLimits } from '../checklist.ts'

interface TemplateFormProps {
  template?: { name: string; function: MemberFunction | null; items: string[]; revision: number }
  lastResult?: SubmissionResult<string[]> | null
}

/** What is checked each time, one item in each line. */
export function ChecklistTemplateFields({ template, lastResult }: TemplateFormProps) {
  const { t } = useTranslation(['checklists', 'common'])
  const message = useMessage()
  const typed = lastResult?.initialValue as Record<string, string | undefined> | undefined
  const errors = (name: string) => lastResult?.error?.[name]?.map(message)
  return (
    <Form method="post">
      <FormFields>
        <FormProblems lastResult={lastResult} />
        {template && <input type="hidden" name="revision" value={template.revision} />}
        <Field label={t('name')} errors={errors('name')}>
          <Input
            name="name"
            required
            maxLength={checklistLimits.name}
            defaultValue={typed?.name ?? template?.name}
          />
        </Field>
        <Field label={t('templates.function')} errors={errors('function')}>
          <Select
            name="function"
            emptyLabel={t('templates.everybody')}
            defaultValue={typed ? typed.function : (template?.function ?? '')}
            options={memberFunctions.map((value) => ({ value, label: t(`common:function.${value}`) }))}
          />
        </Field>
        <Field label={t('items')} hint={t('itemsHint')} errors={errors('items')}>
          <TextArea
            name="items"
            rows={8}
            required
            defaultValue={typed?.items ?? template?.items.join('\n')}
          />
        </Field>
        <FormActions>
          <SubmitButton>{t('templates.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
