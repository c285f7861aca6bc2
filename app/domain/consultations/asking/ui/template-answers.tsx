import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { PreparedQuestion } from '../../queries/asking.server.ts'
import { templateLimits } from '../templates.ts'

type ShownField = NonNullable<PreparedQuestion['template']>['fields'][number]

interface TemplateAnswersProps {
  template: NonNullable<PreparedQuestion['template']>
  /** By field, what was typed before. */
  values?: Record<string, unknown>
  /** By the name of the control, what the server found wrong. */
  errors: Record<string, string[] | null | undefined>
}

/** The fields of the chosen template, in the reader's language. */
export function TemplateAnswers({ template, values = {}, errors }: TemplateAnswersProps) {
  const { t } = useTranslation(['asking', 'common'])
  const message = useMessage()
  return (
    <fieldset className="ui-form m-0 min-w-0 border-0 p-0">
      <legend className="ui-label mb-2">{template.name}</legend>
      <input type="hidden" name="templateId" value={template.id} />
      {template.fields.map((field) => {
        const name = `answers.${field.id}`
        return (
          <Field
            key={field.id}
            id={`answer-${field.id}`}
            label={field.label}
            note={field.isRequired ? undefined : t('common:optional')}
            hint={field.hint || undefined}
            errors={errors[name]?.map(message)}
          >
            <Control field={field} name={name} value={String(values[field.id] ?? '')} />
          </Field>
        )
      })}
    </fieldset>
  )
}

function Control({ field, name, value }: { field: ShownField; name: string; value: string }) {
  const { t } = useTranslation('asking')
  const { kind, isRequired: required, unit, choices } = field
  const given = { name, required, defaultValue: value }
  if (kind === 'longText') return <TextArea {...given} rows={3} maxLength={templateLimits.longAnswer} />
  if (kind === 'choice') {
    const options = choices.map((choice) => ({ value: choice, label: choice }))
    return <Select {...given} emptyLabel={t('template.pick')} options={options} />
  }
  if (kind === 'date') return <Input {...given} type="date" />
  return (
    <Input
      {...given}
      isNumeric={kind === 'number'}
      unit={unit || undefined}
      maxLength={templateLimits.answer}
      autoComplete="off"
    />
  )
}
