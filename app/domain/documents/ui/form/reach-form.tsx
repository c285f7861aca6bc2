import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { ReachForm as ReachSchema } from '../../forms.ts'
import type { AudienceChange } from '../../queries/audience/change.server.ts'
import type { DocumentChoices, Reach } from '../../queries/draft.server.ts'
import { AudienceChangeNotice } from './audience-change.tsx'
import { ReachFields, type ReachMetadata } from './reach-fields.tsx'
import type { FormReply } from './use-document-form.ts'

interface ReachFormProps {
  documentId: string
  reach: Reach
  choices: DocumentChoices
  reply: (FormReply & { change?: AudienceChange }) | undefined
}

/** Changes whom a released document reaches. */
export function ReachForm({ documentId, reach, choices, reply }: ReachFormProps) {
  const { t } = useTranslation(['documents', 'sight', 'common'])
  const message = useMessage()
  const [form, fields] = useForm({
    id: 'reach',
    lastResult: reply?.lastResult ?? null,
    defaultValue: { ...reach, everyAccount: reach.everyAccount ? 'on' : undefined } as never,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ReachSchema }) as never,
  })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormErrors
          title={t('common:form.problems')}
          errors={(form.errors ?? []).map((error) => ({ message: message(error) }))}
        />
        <ReachFields fields={fields as unknown as ReachMetadata} choices={choices} />
        {reply?.change && <AudienceChangeNotice key={reply.change.key} change={reply.change} />}
        <FormActions>
          <SubmitButton>{t(reply?.change ? 'sight:change.confirm' : 'reach.save')}</SubmitButton>
          <LinkButton to={paths.document(documentId)} kind="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
