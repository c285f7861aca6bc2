import type { FormMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { ComparisonDraft } from '../draft.ts'

/** Without scripts the fields of another choice come by asking for them. */
export function ApplyChoice({ form }: { form: FormMetadata<ComparisonDraft> }) {
  const { t } = useTranslation('comparisonModel')
  return (
    <noscript>
      <Button {...form.validate.getButtonProps()} size="small">
        {t('form.apply')}
      </Button>
    </noscript>
  )
}
