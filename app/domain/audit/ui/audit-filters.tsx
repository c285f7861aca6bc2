import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Input } from '#app/ui/input.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Select } from '#app/ui/select.tsx'
import { type AuditFilters, eventTypes, isFiltered, subjectTypes } from '../filters.ts'

interface AuditFilterBarProps {
  filters: AuditFilters
  people: { id: string; name: string }[]
}

/** Who, what, when; the record is chosen in the list. */
export function AuditFilterBar({ filters, people }: AuditFilterBarProps) {
  const { t } = useTranslation(['audit', 'common'])
  const { after: _, ...kept } = filters
  const types = subjectTypes.flatMap((kind) => {
    const group = t(`kind.${kind as 'document'}`)
    const all = { value: kind, label: t('filter.allOf', { kind: group }), group }
    const each = eventTypes.filter((type) => type.startsWith(`${kind}.`))
    return [all, ...each.map((type) => ({ value: type as string, label: type as string, group }))]
  })
  return (
    <FilterBar
      label={t('filter.label')}
      submitLabel={t('common:action.filter')}
      clear={isFiltered(filters) ? { label: t('common:action.reset'), href: paths.audit() } : undefined}
      actions={
        <LinkButton to={paths.auditExport(kept)} reloadDocument size="small">
          {t('export')}
        </LinkButton>
      }
    >
      {filters.subject && <input type="hidden" name="subject" value={filters.subject} />}
      <Select
        name="person"
        aria-label={t('filter.person')}
        emptyLabel={t('filter.anybody')}
        defaultValue={filters.person}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="type"
        aria-label={t('filter.type')}
        emptyLabel={t('filter.anything')}
        defaultValue={filters.type}
        options={types}
      />
      <Input
        type="date"
        name="from"
        aria-label={t('filter.from')}
        title={t('filter.from')}
        defaultValue={filters.from}
      />
      <Input
        type="date"
        name="to"
        aria-label={t('filter.to')}
        title={t('filter.to')}
        defaultValue={filters.to}
      />
    </FilterBar>
  )
}
