import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { documentLimits } from '#app/domain/documents/document.ts'
import { documentKinds } from '#app/domain/documents/kinds.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { FormProblems } from '../../ui/form-problems.tsx'
import type { Replied } from '../../work/ui/use-reply.ts'
import type { NoteChoice } from '../queries/choice.server.ts'

/** Which messages, and what the draft is called. */
export function NoteForm({
  choice,
  reply,
}: {
  choice: Pick<NoteChoice, 'product' | 'chosen'> & { messages: Shown[] }
  reply: Replied
}) {
  const { t } = useTranslation(['notes', 'documents'])
  const { messages, chosen, product } = choice
  return (
    <Form method="post">
      <FormFields>
        <FormProblems
          lastResult={reply.lastResult}
          fields={{ title: { id: 'title' }, messageIds: { id: 'messageIds' } }}
        />
        <Field id="title" label={t('titleField')} hint={t('titleHint')} errors={reply.errorsOf('title')}>
          <Input
            name="title"
            required
            maxLength={documentLimits.title}
            defaultValue={reply.valueOf('title')}
          />
        </Field>
        <Field id="kind" label={t('kind')} errors={reply.errorsOf('kind')}>
          <Select
            name="kind"
            defaultValue={reply.valueOf('kind') ?? 'technical_note'}
            options={documentKinds.map((value) => ({ value, label: t(`documents:kind.${value}`) }))}
          />
        </Field>
        {product && (
          <Checkbox
            name="aboutProduct"
            defaultChecked
            label={t('aboutProduct', { product: product.number })}
          />
        )}
        <CheckboxGroup
          id="messageIds"
          name="messageIds"
          label={t('messages')}
          hint={t('messagesHint')}
          errors={reply.errorsOf('messageIds')}
          defaultValues={chosen}
          choices={messages.map(({ id, body, lane, author }) => ({
            value: id,
            label: <span className="line-clamp-3 break-words">{body}</span>,
            hint: lane === 'shared' ? author.name : `${author.name}, ${t('internal')}`,
          }))}
        />
        <FormActions>
          <SubmitButton>{t('submit')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}

interface Shown {
  id: string
  body: string
  lane: string
  author: { name: string }
}
