import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

interface CommentFormProps {
  version: number
  block: number
  parentId?: string
  errors?: string[]
}

/** A remark on a paragraph, or an answer to one. */
export function CommentForm({ version, block, parentId, errors }: CommentFormProps) {
  const { t } = useTranslation('writing')
  const label = parentId ? t('comments.reply') : t('comments.remark')
  return (
    <Form method="post" className="grid gap-2">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="block" value={block} />
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <Field label={label} isLabelHidden errors={errors}>
        <TextArea name="body" rows={2} required maxLength={2000} placeholder={label} />
      </Field>
      <div>
        <SubmitButton kind="secondary" size="small">
          {label}
        </SubmitButton>
      </div>
    </Form>
  )
}
