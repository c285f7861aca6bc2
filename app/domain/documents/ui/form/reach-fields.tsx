import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { functionsOf, type MemberFunction } from '#app/domain/access/actor.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import type { DocumentChoices } from '../../queries/draft.server.ts'
import { ChoiceList } from './choice-list.tsx'

export interface ReachMetadata {
  everyAccount: FieldMetadata<boolean>
  accountIds: FieldMetadata<string[]>
  functions: FieldMetadata<MemberFunction[]>
  productIds: FieldMetadata<string[]>
}

/** What a field of several values holds at first: conform has it as a list, or as one text when there is one. */
function chosen(field: { initialValue?: unknown }): string[] {
  const value = field.initialValue
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string')
  return typeof value === 'string' && value ? [value] : []
}

/** Accounts × functions, and products. */
export function ReachFields({ fields, choices }: { fields: ReachMetadata; choices: DocumentChoices }) {
  const { t } = useTranslation(['documents', 'common'])
  const message = useMessage()
  const errorsOf = (field: { errors?: string[] }) => field.errors?.map(message)
  const { everyAccount, accountIds, functions, productIds } = fields
  return (
    <>
      <fieldset className="grid gap-4">
        <legend className="mb-2 text-base font-semibold">{t('form.audience')}</legend>
        <Checkbox
          name={everyAccount.name}
          label={t('form.everyAccount')}
          defaultChecked={everyAccount.initialValue === 'on' || everyAccount.initialValue === 'true'}
        />
        <ChoiceList
          id={accountIds.id}
          name={accountIds.name}
          label={t('form.accounts')}
          errors={errorsOf(accountIds)}
          defaultValues={chosen(accountIds)}
          choices={choices.accounts.map(({ id, name, isRestricted }) => ({
            value: id,
            label: name,
            hint: isRestricted ? t('form.restricted') : undefined,
          }))}
        />
        <CheckboxGroup
          id={functions.id}
          name={functions.name}
          label={t('form.functions')}
          hint={t('form.functionsHint')}
          errors={errorsOf(functions)}
          defaultValues={chosen(functions)}
          isInColumns
          choices={functionsOf('customer').map((value) => ({ value, label: t(`common:function.${value}`) }))}
        />
      </fieldset>
      {choices.products.length > 0 ? (
        <ChoiceList
          id={productIds.id}
          name={productIds.name}
          label={t('form.products')}
          note={t('common:optional')}
          hint={t('form.productsHint')}
          errors={errorsOf(productIds)}
          defaultValues={chosen(productIds)}
          choices={choices.products.map(({ id, number, name }) => ({
            value: id,
            label: `${number} ${name}`,
          }))}
        />
      ) : (
        <p className="text-sm text-muted">{t('form.noProducts')}</p>
      )}
    </>
  )
}
