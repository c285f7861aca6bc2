import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { FormProblems } from '../../ui/form-problems.tsx'
import type { Replied } from '../../work/ui/use-reply.ts'
import type { AlikeRow } from '../queries/page.server.ts'
import { AlikeFacts } from './alike-facts.tsx'

interface OfferFormProps {
  version: number
  rows: AlikeRow[]
  reply: Replied
}

/** In which consultations the note is offered: those in which somebody can be told are chosen, the others say why not. */
export function OfferForm({ version, rows, reply }: OfferFormProps) {
  const { t } = useTranslation('offers')
  const choosable = rows.filter(({ reach }) => reach?.obstacle === null)
  return (
    <Form method="post">
      <FormFields>
        <FormProblems
          lastResult={reply.lastResult}
          fields={{ consultationIds: { id: 'consultationIds' }, version: { id: 'consultationIds' } }}
        />
        <input type="hidden" name="version" value={version} />
        <CheckboxGroup
          id="consultationIds"
          name="consultationIds"
          label={t('choose')}
          hint={t('chooseHint')}
          errors={reply.errorsOf('consultationIds')}
          defaultValues={choosable.map(({ id }) => id)}
          choices={rows.map((row) => ({
            value: row.id,
            isDisabled: row.reach?.obstacle !== null,
            label: (
              <>
                <span className="tabular-nums">{row.number}</span> {row.customer}:{' '}
                <bdi lang={row.language}>{row.subject}</bdi>
              </>
            ),
            hint: <AlikeFacts row={row} />,
          }))}
        />
        {choosable.length > 0 && (
          <FormActions>
            <SubmitButton>{t('submit')}</SubmitButton>
          </FormActions>
        )}
      </FormFields>
    </Form>
  )
}
