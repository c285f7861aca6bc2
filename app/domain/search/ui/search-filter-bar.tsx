import { useTranslation } from 'react-i18next'
import { documentKinds } from '#app/domain/documents/kinds.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select, type SelectOption } from '#app/ui/select.tsx'
import { isNarrowed, type SearchFilters } from '../filters.ts'
import type { SearchKind } from '../question.ts'

export interface SearchChoices {
  families: SelectOption[]
  products: SelectOption[]
  suppliers: SelectOption[]
}

interface SearchFilterBarProps {
  text: string
  kind: SearchKind | null
  filters: SearchFilters
  choices: SearchChoices
}

/** The words, and what narrows them down. */
export function SearchFilterBar({ text, kind, filters, choices }: SearchFilterBarProps) {
  const { t } = useTranslation(['search', 'documents', 'common'])
  const clear = { label: t('search:filter.clear'), href: paths.search(text, { kind: kind ?? undefined }) }
  const select = (name: 'family' | 'product' | 'supplier', emptyLabel: string, options: SelectOption[]) =>
    options.length > 1 && (
      <Select
        name={name}
        aria-label={t(`search:filter.${name}`)}
        defaultValue={filters[name] ?? ''}
        emptyLabel={emptyLabel}
        options={options}
      />
    )
  return (
    <FilterBar
      label={t('search:title')}
      submitLabel={t('search:submit')}
      search={{ name: 'q', label: t('search:box'), value: text }}
      clear={isNarrowed(filters) ? clear : undefined}
    >
      {kind && <input type="hidden" name="kind" value={kind} />}
      <Select
        name="type"
        aria-label={t('documents:filter.kind')}
        defaultValue={filters.kindOfDocument ?? ''}
        emptyLabel={t('documents:filter.anyKind')}
        options={documentKinds.map((value) => ({ value, label: t(`documents:kind.${value}`) }))}
      />
      {select('family', t('search:filter.anyFamily'), choices.families)}
      {select('product', t('search:filter.anyProduct'), choices.products)}
      {select('supplier', t('search:filter.anySupplier'), choices.suppliers)}
      <Select
        name="language"
        aria-label={t('search:filter.language')}
        defaultValue={filters.language ?? ''}
        emptyLabel={t('search:filter.anyLanguage')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <Day name="since" label={t('search:filter.since')} value={filters.since} />
      <Day name="until" label={t('search:filter.until')} value={filters.until} />
      <Checkbox
        name="mine"
        value="1"
        label={t('search:filter.mine')}
        defaultChecked={filters.isMine ?? false}
      />
    </FilterBar>
  )
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <span className="flex items-center gap-2 text-muted">
      <label htmlFor={`search-${name}`}>{label}</label>
      <Input id={`search-${name}`} type="date" name={name} defaultValue={value ?? ''} />
    </span>
  )
}
