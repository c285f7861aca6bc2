import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { functionsOf } from '#app/domain/access/actor.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { Select } from '#app/ui/select.tsx'
import type { TryInput } from '../forms.ts'
import type { Tried, TryChoices } from '../queries/try.server.ts'

interface TryFormProps {
  choices: TryChoices
  asked: Partial<TryInput>
  tried: Tried | null
}

/** A question that nobody asks: who would get it now, and who was passed over. */
export function TryForm({ choices, asked, tried }: TryFormProps) {
  const { t } = useTranslation(['routing', 'common'])
  return (
    <Form method="get" action={paths.routing()} preventScrollReset>
      <FormFields>
        <FormRow>
          <Field label={t('try.account')}>
            <Select
              name="accountId"
              defaultValue={asked.accountId}
              options={choices.accounts.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <Field label={t('rule.function')}>
            <Select
              name="function"
              defaultValue={asked.function}
              options={functionsOf('supplier').map((value) => ({
                value,
                label: t(`common:function.${value}`),
              }))}
            />
          </Field>
          <Field label={t('rule.family')}>
            <Select
              name="familyId"
              defaultValue={asked.familyId}
              emptyLabel={t('try.noFamily')}
              options={choices.families.map(({ id, code, name }) => ({
                value: id,
                label: `${code} ${name}`,
              }))}
            />
          </Field>
          <Field label={t('rule.language')}>
            <Select
              name="language"
              defaultValue={asked.language}
              options={languages.map((value) => ({ value, label: languageNames[value] }))}
            />
          </Field>
        </FormRow>
        <FormActions>
          <Button>{t('try.submit')}</Button>
        </FormActions>
        {tried && <Result tried={tried} />}
      </FormFields>
    </Form>
  )
}

function Result({ tried }: { tried: Tried }) {
  const { t } = useTranslation('routing')
  return (
    <div role="status" className="grid gap-2 border-t border-line pt-3">
      <p className="font-medium">
        {tried.takenBy ? t('try.takenBy', { name: tried.takenBy }) : t('try.takenByNobody')}
      </p>
      <ol className="grid gap-1 text-sm text-muted">
        {tried.considered.map(({ key, name, place, insteadOf, outcome }) => (
          <li key={key}>
            {place === null ? t('try.byMatrix') : t('try.byRule', { place })}
            {': '}
            {insteadOf ? t('try.insteadOf', { name, insteadOf }) : name}
            {', '}
            {t(`try.${outcome}`)}
          </li>
        ))}
        {tried.considered.length === 0 && <li>{t('try.noLine')}</li>}
      </ol>
    </div>
  )
}
