import { Form } from '@remix-run/react'
import Star from 'lucide-react/icons/star'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { decisionLimits, ratingSteps } from '../decision.ts'
import type { ShownRating } from '../queries/decision.server.ts'

/** How well the answer served, in the customer's words. */
export function RatingShown({ rating }: { rating: Omit<ShownRating, 'createdAt'> }) {
  const { t } = useTranslation('decisions')
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      <span aria-hidden="true" className="flex">
        {ratingSteps.map((step) => (
          <Star key={step} size={14} className={step <= rating.steps ? 'fill-current' : 'text-faint'} />
        ))}
      </span>
      <span>{t('rated', { name: rating.ratedBy.name, steps: rating.steps })}</span>
      {rating.word && <q className="text-muted">{rating.word}</q>}
    </p>
  )
}

interface RatingFormProps {
  consultationId: string
  messageId: string
  errors?: string[]
}

/** Five steps and a word: asked once the answer was accepted, and never in the way of accepting. */
export function RatingFields({ consultationId, messageId, errors }: RatingFormProps) {
  const { t } = useTranslation('decisions')
  const action = paths.consultationAct(consultationId, 'rating')
  return (
    <Form method="post" action={action} className="grid gap-3">
      <input type="hidden" name="messageId" value={messageId} />
      <Segmented
        name="steps"
        label={t('rate')}
        hint={t('rateHint')}
        errors={errors}
        choices={ratingSteps.map((step) => ({ value: String(step), label: String(step) }))}
      />
      <Field label={t('word')} note={t('optional')}>
        <Input name="word" maxLength={decisionLimits.word} />
      </Field>
      <div>
        <SubmitButton action={action} kind="secondary">
          {t('sendRating')}
        </SubmitButton>
      </div>
    </Form>
  )
}
