import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { documentStatuses } from '../document.ts'
import { type DocumentFilters, expiringChoices, isFiltered } from '../filters.ts'
import { documentKinds, vdiClasses } from '../kinds.ts'

interface Props {
  filters: DocumentFilters
  side: Side
  products: { id: string; number: string; name: string }[]
  families: { id: string; code: string; name: string }[]
  owners: { id: string; name: string }[]
}

/** Asked for less often than state, kind and product. */
const seldom = ['review', 'vdiClass', 'language', 'owner', 'expiring', 'keyword'] as const
const ofADocument = documentStatuses.filter((status) => status !== 'superseded')

export function DocumentFilterBar({ filters, side, products, families, owners }: Props) {
  const { t } = useTranslation(['documents', 'common'])
  const set = seldom.filter((name) => filters[name]).length
  const clear = { label: t('common:action.reset'), href: paths.documents() }
  return (
    <FilterBar
      label={t('filter.label')}
      submitLabel={t('common:action.filter')}
      search={{ name: 'q', label: t('filter.text'), value: filters.q }}
      clear={isFiltered(filters) ? clear : undefined}
      more={{
        label: set > 0 ? t('filter.moreSet', { count: set }) : t('filter.more'),
        isOpen: set > 0,
        fields: <MoreFilters filters={filters} side={side} owners={owners} />,
      }}
    >
      {side === 'supplier' && (
        <Select
          name="status"
          aria-label={t('filter.status')}
          defaultValue={filters.status ?? ''}
          emptyLabel={t('filter.anyStatus')}
          options={ofADocument.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
      )}
      <Select
        name="kind"
        aria-label={t('filter.kind')}
        defaultValue={filters.kind ?? ''}
        emptyLabel={t('filter.anyKind')}
        options={documentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Select
        name="family"
        aria-label={t('filter.family')}
        defaultValue={filters.family ?? ''}
        emptyLabel={t('filter.anyFamily')}
        options={families.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      />
      <Select
        name="product"
        aria-label={t('filter.product')}
        defaultValue={filters.product ?? ''}
        emptyLabel={t('filter.anyProduct')}
        options={products.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
      />
      <Checkbox
        name="isMine"
        value="true"
        label={t(`filter.mine.${side}`)}
        defaultChecked={filters.isMine === 'true'}
      />
    </FilterBar>
  )
}

function MoreFilters({ filters, side, owners }: Pick<Props, 'filters' | 'side' | 'owners'>) {
  const { t } = useTranslation('documents')
  return (
    <>
      {side === 'supplier' && (
        <Select
          name="review"
          aria-label={t('filter.review')}
          defaultValue={filters.review ?? ''}
          emptyLabel={t('filter.anyReview')}
          options={[{ value: 'mine', label: t('filter.myReview') }]}
        />
      )}
      <Select
        name="vdiClass"
        aria-label={t('filter.vdiClass')}
        defaultValue={filters.vdiClass ?? ''}
        emptyLabel={t('filter.anyClass')}
        options={vdiClasses.map((value) => ({ value, label: `${value} ${t(`vdiClass.${value}`)}` }))}
      />
      <Select
        name="language"
        aria-label={t('filter.language')}
        defaultValue={filters.language ?? ''}
        emptyLabel={t('filter.anyLanguage')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      {side === 'supplier' && (
        <Select
          name="owner"
          aria-label={t('page.owner')}
          defaultValue={filters.owner ?? ''}
          emptyLabel={t('filter.anyOwner')}
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        name="expiring"
        aria-label={t('filter.expiring')}
        defaultValue={filters.expiring ?? ''}
        emptyLabel={t('filter.anyValidity')}
        options={expiringChoices.map((value) => ({ value, label: t(`filter.expires.${value}`) }))}
      />
      <Input
        type="search"
        name="keyword"
        className="w-40"
        aria-label={t('filter.keyword')}
        placeholder={t('filter.keyword')}
        defaultValue={filters.keyword}
      />
    </>
  )
}
