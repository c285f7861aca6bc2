import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { FormProblems } from '../../ui/form/form-problems.tsx'
import type { OpenClaims } from '../queries/claims.server.ts'

interface CompetitorFormProps {
  opened: Pick<OpenClaims, 'comparison' | 'options'>
  lastResult?: SubmissionResult<string[]> | null
}

/** Which of the options are a competitor's: what is said of these needs a source. */
export function CompetitorForm({ opened, lastResult }: CompetitorFormProps) {
  const { t } = useTranslation(['fairness', 'common'])
  const { comparison, options } = opened
  const marked = options.filter(({ isCompetitor }) => isCompetitor).map(({ id }) => id)
  return (
    <Section title={t('fairness:competitors.title')} text={t('fairness:competitors.text')}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={lastResult} />
          <input type="hidden" name="revision" value={comparison.revision} />
          <CheckboxGroup
            key={marked.join()}
            name="optionIds"
            label={t('fairness:competitors.which')}
            defaultValues={marked}
            choices={options.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FormActions>
            <SubmitButton kind="secondary">{t('common:action.save')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </Section>
  )
}
