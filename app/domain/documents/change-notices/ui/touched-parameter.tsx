import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { Quantity } from '../../ui/parameters/quantity.tsx'
import type { ShownChange } from '../queries/tables.server.ts'

/** What the parameter table says before and after, with the way to the difference of the two versions. */
export function TouchedParameter({ table }: { table: ShownChange['table'] }) {
  const { t } = useTranslation(['changeNotices', 'parameters'])
  if (!table) return null
  const { documentId, number, symbol, from, to, values, units } = table
  const href =
    from === null
      ? paths.documentParameters(documentId, to)
      : paths.documentDifferences(documentId, { from, to })
  return (
    <div className="grid gap-0.5">
      <TextLink to={href} prefetch="none">
        {from === null
          ? t('table.one', { number, symbol, to })
          : t('table.both', { number, symbol, from, to })}
      </TextLink>
      {values.map(({ name, ...value }) => (
        <div key={name} className="tabular-nums">
          <span className="text-muted">{t(`parameters:column.${name}`)}</span>{' '}
          {from !== null && (
            <>
              <Quantity value={value.from} unit={units.from} /> →{' '}
            </>
          )}
          <Quantity value={value.to} unit={units.to} />
        </div>
      ))}
    </div>
  )
}
