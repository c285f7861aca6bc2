import { useTranslation } from 'react-i18next'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Select } from '#app/ui/select.tsx'

interface VariantChoiceProps {
  variants: { id: string; number: string; customerNumber: string | null }[]
  chosen: string
}

/** The whole account, or one of its variants; in the address, so that it can be sent. */
export function VariantChoice({ variants, chosen }: VariantChoiceProps) {
  const { t } = useTranslation('handover')
  const options = variants.map(({ id, number, customerNumber }) => ({
    value: id,
    label: customerNumber ? `${number} · ${customerNumber}` : number,
  }))
  return (
    <FilterBar label={t('variant.label')} submitLabel={t('variant.show')}>
      <Select
        key={chosen}
        name="variant"
        aria-label={t('variant.label')}
        defaultValue={chosen}
        emptyLabel={t('variant.all')}
        options={options}
      />
    </FilterBar>
  )
}
