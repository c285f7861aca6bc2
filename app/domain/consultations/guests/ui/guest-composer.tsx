import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileUpload } from '#app/domain/files/ui/file-upload.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { consultationLimits } from '../../consultation.ts'
import { FormProblems } from '../../ui/form-problems.tsx'

interface GuestComposerProps {
  supplier: string
  customer: string
  lastResult?: SubmissionResult<string[]> | null
}

/** What a guest writes is read by both sides, and by the other guests. */
export function GuestComposer({ supplier, customer, lastResult }: GuestComposerProps) {
  const { t } = useTranslation('guests')
  const typed: unknown = lastResult?.initialValue?.body
  return (
    <Section title={t('write.title')} text={t('write.readers', { supplier, customer })}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={lastResult} fields={{ body: { id: 'body' } }} />
          <TextArea
            id="body"
            name="body"
            rows={5}
            required
            maxLength={consultationLimits.message}
            aria-label={t('write.title')}
            defaultValue={typeof typed === 'string' ? typed : undefined}
          />
          <FileUpload name="fileIds" />
          <FormActions>
            <SubmitButton>{t('write.send')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </Section>
  )
}
