import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import type { DocumentChoices } from '../../queries/draft.server.ts'
import { ChoiceList } from './choice-list.tsx'
import { chosen } from './chosen.ts'
import type { ReachMetadata } from './reach-fields.tsx'

interface NarrowFieldsProps {
  fields: Pick<ReachMetadata, 'onlyFamilyIds' | 'onlyVariantIds'>
  choices: DocumentChoices
}

/** Narrows the accounts of an audience to those that have something. */
export function NarrowFields({ fields, choices }: NarrowFieldsProps) {
  const { t } = useTranslation(['documents', 'common'])
  const message = useMessage()
  const { onlyFamilyIds, onlyVariantIds } = fields
  return (
    <>
      {choices.families.length > 0 && (
        <ChoiceList
          id={onlyFamilyIds.id}
          name={onlyFamilyIds.name}
          label={t('form.onlyFamilies')}
          note={t('common:optional')}
          hint={t('form.onlyFamiliesHint')}
          errors={onlyFamilyIds.errors?.map(message)}
          defaultValues={chosen(onlyFamilyIds)}
          choices={choices.families.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        />
      )}
      {choices.variants.length > 0 && (
        <ChoiceList
          id={onlyVariantIds.id}
          name={onlyVariantIds.name}
          label={t('form.onlyVariants')}
          note={t('common:optional')}
          hint={t('form.onlyVariantsHint')}
          errors={onlyVariantIds.errors?.map(message)}
          defaultValues={chosen(onlyVariantIds)}
          choices={choices.variants.map((each) => ({
            value: each.id,
            label: each.number,
            hint: each.accountName,
          }))}
        />
      )}
    </>
  )
}
