import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { functionsOf, type MemberFunction } from '#app/domain/access/actor.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'
import type { DocumentChoices } from '../../queries/draft.server.ts'
import { ChoiceList } from './choice-list.tsx'
import { chosen } from './chosen.ts'
import { ConcernFields, type ConcernMetadata } from './concern-fields.tsx'
import { NarrowFields } from './narrow-fields.tsx'

export interface ReachMetadata extends ConcernMetadata {
  everyAccount: FieldMetadata<boolean>
  accountIds: FieldMetadata<string[]>
  onlyFamilyIds: FieldMetadata<string[]>
  onlyVariantIds: FieldMetadata<string[]>
  ownerId: FieldMetadata<string>
  functions: FieldMetadata<MemberFunction[]>
}

/** Accounts × functions, and what the document concerns. */
export function ReachFields({ fields, choices }: { fields: ReachMetadata; choices: DocumentChoices }) {
  const { t } = useTranslation(['documents', 'common'])
  const message = useMessage()
  const errorsOf = (field: { errors?: string[] }) => field.errors?.map(message)
  const { everyAccount, accountIds, functions, ownerId } = fields
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
        <NarrowFields fields={fields} choices={choices} />
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
      <ConcernFields fields={fields} choices={choices} />
      <Field label={t('page.owner')} hint={t('form.ownerHint')} field={ownerId}>
        <Select
          name={ownerId.name}
          defaultValue={String(ownerId.initialValue ?? '')}
          emptyLabel={ownerId.initialValue ? undefined : t('form.ownerIsWriter')}
          options={choices.owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
    </>
  )
}
