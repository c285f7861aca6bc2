import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { reviewLimits, reviewOutcomes } from '../citation.ts'

/** Affected or not, and what is to be done. */
export function ReviewForm({ reviewId }: { reviewId: string }) {
  const { t } = useTranslation('citations')
  return (
    <details>
      <summary className="ui-link cursor-pointer">{t('decide')}</summary>
      <Form method="post" className="mt-2 grid max-w-prose gap-3" preventScrollReset>
        <input type="hidden" name="reviewId" value={reviewId} />
        <fieldset className="flex flex-wrap gap-4">
          <legend className="sr-only">{t('decide')}</legend>
          {reviewOutcomes.map((outcome) => (
            <span key={outcome} className="flex items-center gap-2">
              <input type="radio" id={`${reviewId}-${outcome}`} name="outcome" value={outcome} required />
              <label htmlFor={`${reviewId}-${outcome}`}>{t(`outcome.${outcome}`)}</label>
            </span>
          ))}
        </fieldset>
        <Field id={`${reviewId}-note`} label={t('note')} hint={t('noteHint')}>
          <TextArea name="note" rows={3} maxLength={reviewLimits.note} />
        </Field>
        <div>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
