import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { MessageLane } from '../consultation.ts'
import type { Quote } from '../talk/quote.ts'
import { FormProblems } from './form-problems.tsx'

interface WriteFormProps {
  lastResult?: SubmissionResult<string[]> | null
  submitLabel: string
  /** The lanes to choose from; none for an answer, which both sides read. */
  lanes?: MessageLane[]
  supplier: string
  customer: string
  /** The answer that stands at present. */
  replaces?: string | null
  /** What it quotes. */
  quote?: Quote | null
  /** With what it is begun. */
  macro?: { id: string; lane: MessageLane; text: string } | null
}

interface Written {
  body: string
  lane: string
  fileIds: string[]
  quotedId: string
  quotedText: string
  macroId: string
}

/** The composer as a page of its own: where one lands when something was wrong and no script kept the text in place. */
export function WriteForm(props: WriteFormProps) {
  const { lastResult, submitLabel, lanes, replaces, quote, macro, ...names } = props
  const { t } = useTranslation(['consultations', 'talk'])
  const message = useMessage()
  const [form, fields] = useForm<Written>({ lastResult })
  const initial = lastResult?.initialValue ?? {}
  const choices = lanes?.map((value) => ({
    value,
    label: t(`lane.${value}`),
    hint: t(`lane.${value}Readers`, names),
  }))
  return (
    <Form method="post" id={form.id}>
      <FormFields>
        <FormProblems lastResult={lastResult} fields={{ body: fields.body, quotedText: fields.quotedText }} />
        {replaces && <input type="hidden" name="replaces" value={replaces} />}
        {(macro || initial.macroId) && (
          <input type="hidden" name="macroId" value={String(initial.macroId ?? macro?.id)} />
        )}
        {[initial.fileIds ?? []].flat().map((id) => (
          <input key={String(id)} type="hidden" name="fileIds" value={String(id)} />
        ))}
        {choices && (
          <RadioGroup
            label={t('lane.choose')}
            name="lane"
            choices={choices}
            defaultValue={String(initial.lane ?? macro?.lane ?? lanes?.[0])}
          />
        )}
        {(quote || initial.quotedId) && (
          <Field
            label={t('talk:quote.text')}
            hint={t('talk:quote.hint')}
            id={fields.quotedText.id}
            errors={fields.quotedText.errors?.map(message)}
          >
            <input type="hidden" name="quotedId" value={String(initial.quotedId ?? quote?.id)} />
            <TextArea name="quotedText" rows={4} defaultValue={String(initial.quotedText ?? quote?.text)} />
          </Field>
        )}
        <Field label={t('composer.label')} id={fields.body.id} errors={fields.body.errors?.map(message)}>
          <TextArea name="body" rows={8} required defaultValue={String(initial.body ?? macro?.text ?? '')} />
        </Field>
        <FormActions>
          <SubmitButton>{submitLabel}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
