import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'
import { securityClasses, vdiClasses } from '../../kinds.ts'
import type { DocumentChoices } from '../../queries/draft.server.ts'
import { ChoiceList } from './choice-list.tsx'
import { chosen } from './chosen.ts'

export interface ConcernMetadata {
  vdiClass: FieldMetadata<string>
  securityClass: FieldMetadata<string>
  familyIds: FieldMetadata<string[]>
  productIds: FieldMetadata<string[]>
  variantIds: FieldMetadata<string[]>
}

/** How a document is classified, and what it concerns: families, products, variants. */
export function ConcernFields({ fields, choices }: { fields: ConcernMetadata; choices: DocumentChoices }) {
  const { t } = useTranslation(['documents', 'common'])
  const message = useMessage()
  const { vdiClass, securityClass, familyIds, productIds, variantIds } = fields
  const list = (field: FieldMetadata<string[]>, label: string) => ({
    id: field.id,
    name: field.name,
    label,
    note: t('common:optional'),
    errors: field.errors?.map(message),
    defaultValues: chosen(field),
  })
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('form.vdiClass')} hint={t('form.vdiClassHint')} field={vdiClass}>
          <Select
            name={vdiClass.name}
            defaultValue={String(vdiClass.initialValue ?? '')}
            emptyLabel={t('form.classOfKind')}
            options={vdiClasses.map((value) => ({ value, label: `${value} ${t(`vdiClass.${value}`)}` }))}
          />
        </Field>
        <Field label={t('form.securityClass')} field={securityClass}>
          <Select
            name={securityClass.name}
            defaultValue={String(securityClass.initialValue ?? 'restricted')}
            options={securityClasses.map((value) => ({ value, label: t(`securityClass.${value}`) }))}
          />
        </Field>
      </div>
      {choices.families.length > 0 && (
        <ChoiceList
          {...list(familyIds, t('form.families'))}
          choices={choices.families.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        />
      )}
      {choices.products.length > 0 ? (
        <ChoiceList
          {...list(productIds, t('form.products'))}
          hint={t('form.productsHint')}
          choices={choices.products.map(({ id, number, name }) => ({
            value: id,
            label: `${number} ${name}`,
          }))}
        />
      ) : (
        <p className="text-sm text-muted">{t('form.noProducts')}</p>
      )}
      {choices.variants.length > 0 && (
        <ChoiceList
          {...list(variantIds, t('form.variants'))}
          choices={choices.variants.map(({ id, number, accountName }) => ({
            value: id,
            label: number,
            hint: accountName,
          }))}
        />
      )}
    </>
  )
}
