import type { ClipboardEventHandler, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { consultationLimits } from '../consultation.ts'
import type { PreparedQuestion } from '../queries/asking.server.ts'
import { ChoiceField } from './choice-field.tsx'

type TextFields = Record<'subject' | 'body', { id: string; errors?: string[]; initialValue?: string }>
interface SubjectAndTextProps {
  fields: TextFields
  onPaste: ClipboardEventHandler
  drafts: { subject: RefObject<HTMLInputElement>; body: RefObject<HTMLTextAreaElement> }
}

/** The line and the text of a question. */
export function SubjectAndText({ fields: { subject, body }, drafts, onPaste }: SubjectAndTextProps) {
  const { t } = useTranslation('consultations')
  const message = useMessage()
  return (
    <>
      <Field
        label={t('form.subject')}
        hint={t('form.subjectHint')}
        id={subject.id}
        errors={subject.errors?.map(message)}
      >
        <Input
          ref={drafts.subject}
          name="subject"
          required
          maxLength={consultationLimits.subject}
          defaultValue={subject.initialValue}
        />
      </Field>
      <Field label={t('form.text')} hint={t('form.textHint')} id={body.id} errors={body.errors?.map(message)}>
        <TextArea
          ref={drafts.body}
          name="body"
          required
          rows={8}
          defaultValue={body.initialValue}
          onPaste={onPaste}
        />
      </Field>
    </>
  )
}

type AskField = { name: string; id: string; errors?: string[]; initialValue?: string }
type AskFields = Record<'function' | 'productId', AskField>

/** Whom it is for, and what it is about. */
export function FunctionAndProduct({ question, fields }: { question: PreparedQuestion; fields: AskFields }) {
  const { t } = useTranslation(['consultations', 'common'])
  const functions = question.functions.map((value) => ({ value, label: t(`common:function.${value}`) }))
  const products = question.products.map(({ id, number, name, family }) => ({
    value: id,
    label: `${number} ${name}`,
    group: family,
  }))
  return (
    <>
      <ChoiceField
        key={question.template?.id}
        field={fields.function}
        label={t('form.function')}
        hint={t('form.functionHint')}
        isRequired
        suggested={question.template ? question.suggested : undefined}
        options={functions}
      />
      {products.length > 0 && (
        <ChoiceField
          field={fields.productId}
          label={t('form.product')}
          note={t('common:optional')}
          emptyLabel={t('form.noProduct')}
          options={products}
        />
      )}
    </>
  )
}

interface OrderNumberProps {
  field: { id: string; errors?: string[]; initialValue?: string }
}

/** Orders are none of the portal's records yet: their number is written as the customer writes it. */
export function OrderNumber({ field }: OrderNumberProps) {
  const { t } = useTranslation(['consultations', 'common'])
  const message = useMessage()
  return (
    <Field
      label={t('form.orderNumber')}
      note={t('common:optional')}
      id={field.id}
      errors={field.errors?.map(message)}
    >
      <Input
        name="orderNumber"
        maxLength={consultationLimits.orderNumber}
        autoComplete="off"
        defaultValue={field.initialValue}
      />
    </Field>
  )
}
