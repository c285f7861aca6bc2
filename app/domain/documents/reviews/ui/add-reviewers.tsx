import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { ChoiceList } from '../../ui/form/choice-list.tsx'
import { chosen } from '../../ui/form/chosen.ts'
import type { FormReply } from '../../ui/form/use-document-form.ts'
import { ReviewersForm } from '../forms.ts'
import type { ReviewPage } from '../queries/review-page.server.ts'

interface AddReviewersProps {
  candidates: ReviewPage['candidates']
  reply: FormReply | undefined
}

/** Asks more colleagues. */
export function AddReviewers({ candidates, reply }: AddReviewersProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const message = useMessage()
  const [form, { memberIds }] = useForm({
    id: 'reviewers',
    lastResult: reply?.lastResult ?? null,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ReviewersForm }) as never,
  })
  return (
    <Section title={t('add.title')} text={t('add.text')}>
      <Form method="post" {...getFormProps(form)} className="grid max-w-prose gap-4" data-print="no">
        <FormErrors
          title={t('common:form.problems')}
          errors={(form.errors ?? []).map((error) => ({ message: message(error) }))}
        />
        <ChoiceList
          id={memberIds?.id}
          name="memberIds"
          label={t('add.colleagues')}
          errors={memberIds?.errors?.map(message)}
          defaultValues={memberIds ? chosen(memberIds) : []}
          choices={candidates.map(({ id, name, functions }) => ({
            value: id,
            label: name,
            hint: functions.map((each) => t(`common:function.${each}`)).join(', ') || undefined,
          }))}
        />
        <div>
          <SubmitButton kind="secondary">{t('add.action')}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}
